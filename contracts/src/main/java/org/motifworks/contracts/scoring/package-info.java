/**
 * Records of the topics {@code motifworks.sequences} and {@code motifworks.scores}: plain JSON, no
 * CloudEvents, since there are millions of them.
 */
package org.motifworks.contracts.scoring;
