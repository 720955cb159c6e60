/**
 * What crosses a process boundary, and nothing else: events, artifact formats, what a trainer says
 * to its worker, and how a stream is exchanged.
 */
package org.motifworks.contracts;
