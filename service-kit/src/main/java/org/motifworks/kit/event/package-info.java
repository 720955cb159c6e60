/**
 * Facts to and from Kafka as CloudEvents in binary mode: each told at least once in order, handled
 * once.
 *
 * <p>Tell facts by {@link org.motifworks.kit.event.Outbox} (or, without a database, {@link
 * org.motifworks.kit.event.FactPublisher}); hear them by {@link
 * org.motifworks.kit.event.FactConsumer}.
 */
package org.motifworks.kit.event;
