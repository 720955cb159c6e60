package org.motifworks.contracts.bench;

/**
 * The same work done in two ways in one run.
 *
 * @param rate ours, in sequences a second: the median of interleaved repetitions
 * @param libraryRate the plain use of the library, likewise
 * @param ratio ours / library
 * @param difference the largest absolute difference between the numbers of the two
 */
public record Comparison(double rate, double libraryRate, double ratio, double difference) {}
