package org.motifworks.interpret.job;

import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;

/** Tells outages, which end by themselves, from faults of the program, which do not. */
final class Failures {
  private Failures() {}

  /** Whether trying again will most likely fail again. */
  static boolean isOwnFault(RuntimeException e) {
    return !(e instanceof UncheckedIOException || e instanceof KafkaException);
  }

  /** For an event: what it was, without a stack trace. */
  static String said(RuntimeException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
