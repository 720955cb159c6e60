package org.motifworks.interpret.model;

/**
 * Activations of one layer for a batch.
 *
 * @param filters number of filters
 * @param length positions of the feature map
 * @param values shape {@code [rows, filters, length]}
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
public record Activations(int filters, int length, float[] values) {}
