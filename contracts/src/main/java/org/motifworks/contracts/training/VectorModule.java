package org.motifworks.contracts.training;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's vector module, which speeds training and scans up and has to be asked for when a JVM
 * starts: one that lacks it would not start.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** What asks for it; nothing where this JVM, which runs the children too, has no such module. */
  public static List<String> flags() {
    boolean present = ModuleFinder.ofSystem().find(NAME).isPresent();
    return present ? List.of("--add-modules", NAME) : List.of();
  }

  /**
   * For a JVM that scans with tables: the module, and the collector that lets large arrays begin
   * with a cache line.
   */
  public static List<String> scanFlags() {
    List<String> flags = new ArrayList<>(flags());
    flags.add("-XX:+UseG1GC");
    flags.add("-XX:G1HeapRegionSize=1m");
    return List.copyOf(flags);
  }
}
