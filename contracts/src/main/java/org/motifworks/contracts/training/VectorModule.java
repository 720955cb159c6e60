package org.motifworks.contracts.training;

import java.lang.module.ModuleFinder;
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
}
