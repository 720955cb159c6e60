package org.motifworks.data.dataset;

import org.motifworks.data.source.DatasetSource;

/**
 * What a caller asks for.
 *
 * @param name letters, digits, '.', '_' and '-'
 * @param source what it is to be made from
 */
public record DatasetRequest(String name, DatasetSource source) {}
