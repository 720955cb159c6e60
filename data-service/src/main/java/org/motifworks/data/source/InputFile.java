package org.motifworks.data.source;

import java.nio.file.Path;

/**
 * A file a dataset is made from.
 *
 * @param name its name without folders
 * @param path where it lies, read only
 * @param bytes its size
 * @param sha256 64 lower-case hex digits
 */
public record InputFile(String name, Path path, long bytes, String sha256) {}
