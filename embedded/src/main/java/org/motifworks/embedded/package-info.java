/**
 * A real Kafka broker and a real PostgreSQL started from jars, for tests and for one machine.
 * Depends on no framework.
 *
 * <p>Tests start at {@link org.motifworks.embedded.Infrastructure}; {@code standalone} runs {@link
 * org.motifworks.embedded.KafkaMain} and {@link org.motifworks.embedded.PostgresMain} as processes.
 */
package org.motifworks.embedded;
