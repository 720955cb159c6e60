/**
 * Facts from Kafka to every open page: {@code FactFeed} listens, {@code LiveFacts} remembers the
 * last few and tells every listener, {@code EventStream} writes them to one client.
 */
package org.motifworks.gateway.event;
