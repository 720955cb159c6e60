package org.motifworks.trainer.series;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.motifworks.contracts.artifact.Manifest;

/**
 * The identity of a test split: the SHA-256 of what {@code sha256sum test/labels.npy
 * test/sequences.npy} prints in the dataset's folder. Ids of sequences do not count.
 */
final class TestSplit {

  private TestSplit() {}

  static String sha256(Manifest dataset) {
    String lines = line(dataset, "test/labels.npy") + line(dataset, "test/sequences.npy");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String line(Manifest dataset, String path) {
    String sha256 =
        dataset.files().stream()
            .filter(file -> file.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the dataset has no " + path))
            .sha256();
    return sha256 + "  " + path + "\n";
  }
}
