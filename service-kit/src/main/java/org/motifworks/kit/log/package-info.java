/**
 * Ids in the log: {@link LogIds} for work of a thread, {@link RequestIdFilter} for requests. They
 * are fields of JSON lines; text lines name their ids in the sentence.
 */
package org.motifworks.kit.log;
