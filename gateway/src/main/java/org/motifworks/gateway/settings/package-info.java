/**
 * What can be configured, with defaults and bounds; a wrong value stops the start with a sentence.
 */
package org.motifworks.gateway.settings;
