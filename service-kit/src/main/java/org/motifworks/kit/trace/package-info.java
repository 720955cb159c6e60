/**
 * Traces across what waits: a job's row, a fact's row and a Kafka record carry the trace that led
 * to them.
 */
package org.motifworks.kit.trace;
