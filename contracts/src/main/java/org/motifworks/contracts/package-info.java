/**
 * What crosses a process boundary, and nothing else: events, artifact formats, and what a trainer
 * says to its worker.
 */
package org.motifworks.contracts;
