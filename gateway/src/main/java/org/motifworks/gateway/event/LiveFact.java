package org.motifworks.gateway.event;

/**
 * A fact as listeners get it.
 *
 * @param id of the CloudEvent
 * @param frame the event in the format of {@code text/event-stream}, its empty line included
 */
record LiveFact(String id, String frame) {}
