package org.motifworks.data.source;

import java.nio.file.Path;

/**
 * A file the caller sent.
 *
 * @param name as the caller named it
 * @param path where it lies, read only
 * @param bytes its size
 * @param sha256 64 lower-case hex digits
 */
public record InputFile(String name, Path path, long bytes, String sha256) {}
