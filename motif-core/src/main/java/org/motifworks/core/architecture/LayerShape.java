package org.motifworks.core.architecture;

/**
 * One line of an architecture's table: what a layer gives for one sequence.
 *
 * @param layer name, such as {@code conv1}, {@code pool1}, {@code dense1}, {@code output}
 * @param channels filters, units or classes
 * @param length positions; 1 for dense layers
 * @param parameters trainable parameters, batch norm's included
 * @param receptiveField nucleotides one output position depends on, at most the window
 * @param spacing nucleotides between neighbouring output positions; 0 for dense layers
 * @param spatialUncertainty nucleotides among which an output position leaves open where a match of
 *     the first layer lay: 1 before any pool, and {@code (size - 1) × spacing} more after each; the
 *     whole window for dense layers
 */
public record LayerShape(
    String layer,
    int channels,
    int length,
    long parameters,
    int receptiveField,
    int spacing,
    int spatialUncertainty) {}
