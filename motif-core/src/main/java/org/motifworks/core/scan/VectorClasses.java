package org.motifworks.core.scan;

import java.util.Optional;

/** Classes that use the vector module, where the JVM was started with it. */
final class VectorClasses {
  private VectorClasses() {}

  /** By name: such a class cannot be compiled with the others, nor loaded without the module. */
  static <T> Optional<T> make(Class<T> type, String name) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return Optional.empty();
    try {
      Class<?> found = Class.forName(type.getPackageName() + "." + name);
      return Optional.of(type.cast(found.getDeclaredConstructor().newInstance()));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // a later JDK may have changed the module
    }
  }
}
