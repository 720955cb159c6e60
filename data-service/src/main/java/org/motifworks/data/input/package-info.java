/**
 * Files at the service that people name by path instead of sending them: which may be read ({@link
 * org.motifworks.data.input.InputSettings}), and what they held when they were.
 */
package org.motifworks.data.input;
