/**
 * The facts that services tell each other over Kafka. Start at {@link
 * org.motifworks.contracts.event.Fact}; {@link org.motifworks.contracts.event.FactType} names the
 * topic and CloudEvents type of each. A golden JSON file for each version, in the tests, pins what
 * is on the wire: a change that breaks one needs a new version.
 */
package org.motifworks.contracts.event;
