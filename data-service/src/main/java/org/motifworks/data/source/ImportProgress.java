package org.motifworks.data.source;

/**
 * Where an importer says how far it is, and learns that it should stop.
 *
 * <p>Only real progress may be reported: a worker that reports none loses its lease.
 */
@FunctionalInterface
public interface ImportProgress {

  /**
   * Says that {@code done} of {@code total} units are done; cheap enough for every record.
   *
   * @throws RuntimeException when the import is no longer wanted: let it pass
   */
  void report(long done, long total);
}
