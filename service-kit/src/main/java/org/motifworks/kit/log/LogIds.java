package org.motifworks.kit.log;

import java.util.Map;
import org.jboss.logging.MDC;

/** Ids that each line logged by a piece of work carries. */
public final class LogIds {

  private LogIds() {}

  /**
   * Does {@code work} with these ids, on this thread. Threads begun by it carry them for good: one
   * that outlives the work is to be begun before.
   *
   * @param ids by name, such as {@code jobId}; not around work that has the same names
   */
  public static void during(Map<String, String> ids, Runnable work) {
    ids.forEach(MDC::put);
    try {
      work.run();
    } finally {
      ids.keySet().forEach(MDC::remove);
    }
  }
}
