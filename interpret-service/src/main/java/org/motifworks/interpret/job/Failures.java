package org.motifworks.interpret.job;

import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import org.motifworks.kit.problem.Problem;

/** Tells outages, which end by themselves, from faults of the program, which do not. */
final class Failures {
  private static final String STORE_FULL = "artifact.store-full";

  private Failures() {}

  /** Whether trying again will most likely fail again. */
  static boolean isOwnFault(RuntimeException e) {
    // Nobody asks for an interpretation again, so that a full disk is waited out.
    if (e instanceof Problem problem && problem.code().equals(STORE_FULL)) return false;
    return !(e instanceof UncheckedIOException || e instanceof KafkaException);
  }

  /** For an event: what it was, without a stack trace. */
  static String said(RuntimeException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
