package org.motifworks.contracts.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a training worker's JVM must be started: settings that native code reads before {@code main}.
 * Passive waiting cures spin barriers beside any other busy process; one malloc arena that never
 * gives memory back saves page faults.
 */
public final class WorkerEnvironment {

  private WorkerEnvironment() {}

  /**
   * Environment variables of the child.
   *
   * @param threads OpenMP threads, at least 1
   * @param engineCache folder where DJL unpacks LibTorch once; shared by workers
   */
  public static Map<String, String> variables(int threads, Path engineCache) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("OMP_NUM_THREADS", Integer.toString(threads));
    variables.put("MKL_NUM_THREADS", Integer.toString(threads));
    variables.put("OMP_WAIT_POLICY", "passive");
    variables.put("MALLOC_ARENA_MAX", "1");
    variables.put("MALLOC_MMAP_THRESHOLD_", "1073741824");
    variables.put("MALLOC_TRIM_THRESHOLD_", "4294967296");
    variables.put("MALLOC_TOP_PAD_", "67108864");
    variables.put("DJL_CACHE_DIR", engineCache.toAbsolutePath().toString());
    variables.put("OPT_OUT_TRACKING", "true");
    return variables;
  }

  /**
   * JVM flags of the child.
   *
   * @param heapMegabytes the Java heap; 256 is ample for the paper's data, tensors live outside it
   */
  public static List<String> jvmFlags(int heapMegabytes) {
    List<String> flags = new ArrayList<>(VectorModule.flags());
    flags.add("-Xmx" + heapMegabytes + "m");
    flags.add("-XX:+UseSerialGC");
    flags.add("-Dai.djl.offline=true");
    flags.add("-Djava.awt.headless=true");
    return List.copyOf(flags);
  }
}
