package org.motifworks.core.sequence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a sequence says, whichever strand it was read from: a sequence and its reverse complement
 * have the same key.
 *
 * <p>The first 128 bits of the SHA-256 of the strand that sorts first, so two different sequences
 * share a key only by an accident nobody will see. For finding duplicates in millions of sequences
 * without keeping them.
 */
public record ContentKey(long high, long low) {

  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(ContentKey::sha256);

  /** The key of {@code tokens} (A C G T N = 0..4). */
  public static ContentKey of(byte[] tokens) {
    byte[] first = isForwardFirst(tokens) ? tokens : ReverseComplement.of(tokens);
    ByteBuffer digest = ByteBuffer.wrap(SHA_256.get().digest(first));
    return new ContentKey(digest.getLong(), digest.getLong());
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%016x%016x", high, low);
  }

  private static boolean isForwardFirst(byte[] tokens) {
    for (int i = 0, j = tokens.length - 1; i <= j; i++, j--) {
      // Beyond the middle the comparison mirrors itself, so half the length decides.
      int order = Byte.compare(tokens[i], Nucleotide.complement(tokens[j]));
      if (order != 0) return order < 0;
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
