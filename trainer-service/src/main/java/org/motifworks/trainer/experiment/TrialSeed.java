package org.motifworks.trainer.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The seed of one run of an experiment.
 *
 * <p>The first 53 bits of the SHA-256 of {@code SEED/ARCHITECTURE/TRIAL} (UTF-8, decimal numbers,
 * trials from 1): independent of what else the experiment holds, so that a trial more or an
 * architecture less changes no other run's numbers; and a whole number that every reader of JSON
 * keeps.
 */
final class TrialSeed {

  private static final int BITS = 53;

  private TrialSeed() {}

  static long of(long experimentSeed, String architecture, int trial) {
    String text = experimentSeed + "/" + architecture + "/" + trial;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is always there", e);
    }
  }
}
