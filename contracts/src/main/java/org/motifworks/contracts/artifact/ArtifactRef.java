package org.motifworks.contracts.artifact;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Points at an immutable artifact: where it lies in the store, and the hash that proves it is the
 * one meant.
 *
 * @param key store-relative folder such as {@code models/01JD…/1}; never absolute, never with
 *     {@code ..}
 * @param manifestSha256 SHA-256 of the bytes of the artifact's {@code manifest.json}, 64 lower-case
 *     hex digits
 */
public record ArtifactRef(String key, String manifestSha256) {

  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public ArtifactRef {
    requireKey(key);
    Objects.requireNonNull(manifestSha256, "manifestSha256");
    if (!SHA_256.matcher(manifestSha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + manifestSha256);
    }
  }

  /**
   * Returns {@code key} if it is a valid store-relative key.
   *
   * @throws IllegalArgumentException when it is absolute, empty, or could climb out of the store
   */
  public static String requireKey(String key) {
    Objects.requireNonNull(key, "key");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not an artifact key: " + key);
    }
    return key;
  }
}
