package org.motifworks.contracts.artifact;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code manifest.json}: every file of an artifact with its size and hash. It is written last, so a
 * folder that has one is whole. It carries no time and no id: equal content has an equal manifest.
 *
 * @param format always {@link #FORMAT}
 * @param kind what the artifact is: {@code dataset}, {@code model}, {@code interpretation}, {@code
 *     upload}
 * @param files sorted by path, no path twice
 */
public record Manifest(String format, String kind, List<Entry> files) {

  public static final String FORMAT = "motifworks.artifact/1";
  public static final String FILE_NAME = "manifest.json";

  public Manifest {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException(
          "artifact format is " + format + ", this version reads " + FORMAT);
    }
    files = files.stream().sorted(Comparator.comparing(Entry::path)).toList();
    Set<String> paths = new HashSet<>();
    for (Entry file : files) {
      if (!paths.add(file.path()))
        throw new IllegalArgumentException("file listed twice: " + file.path());
    }
  }

  public static Manifest of(String kind, List<Entry> files) {
    return new Manifest(FORMAT, kind, files);
  }

  /**
   * One file of the artifact.
   *
   * @param path relative to the artifact's folder, with forward slashes
   * @param bytes size of the file
   * @param sha256 64 lower-case hex digits
   */
  public record Entry(String path, long bytes, String sha256) {
    public Entry {
      ArtifactRef.requireKey(path);
    }
  }
}
