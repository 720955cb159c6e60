package org.motifworks.benchmarks.serving;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A thousand random sequences of a length, which are sent as often as needed. */
final class Sequences {
  static final int COUNT = 1000;
  private static final long SEED = 2019;

  private final List<String> letters = new ArrayList<>();

  Sequences(int window) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      StringBuilder sequence = new StringBuilder(window);
      for (int p = 0; p < window; p++) sequence.append("ACGT".charAt(random.nextInt(4)));
      letters.add(sequence.toString());
    }
  }

  List<String> letters() {
    return letters;
  }

  /** All of them as FASTA, {@code times} times over, in memory only once. */
  InputStream fasta(int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      text.append(">s").append(i).append('\n').append(letters.get(i)).append('\n');
    }
    byte[] block = text.toString().getBytes(StandardCharsets.US_ASCII);
    List<InputStream> parts = new ArrayList<>(times);
    for (int i = 0; i < times; i++) parts.add(new ByteArrayInputStream(block));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  /** All of them as the value of one record of {@code motifworks.sequences}. */
  byte[] batch(String model) {
    StringBuilder json = new StringBuilder("{\"model\":\"" + model + "\",\"sequences\":[");
    for (int i = 0; i < COUNT; i++) {
      json.append(i == 0 ? "" : ",").append("{\"id\":\"s").append(i);
      json.append("\",\"sequence\":\"").append(letters.get(i)).append("\"}");
    }
    return json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
