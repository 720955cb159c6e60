package org.motifworks.kit.health;

import java.util.stream.Stream;

/** Owns loops that the service does not live without; a bean that does is asked by liveness. */
public interface Loops {

  Stream<Loop> loops();
}
