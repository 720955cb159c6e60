package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.system.RunningSystem;

/** Artifacts as they lie on the disk, read without the help of the services. */
final class Artifacts {

  private Artifacts() {}

  /** Every byte is what the reference, by way of the manifest, says. */
  static void checkWhole(JsonNode ref) {
    Path folder = RunningSystem.artifacts().resolve(ref.get("key").asText());
    try {
      Path manifest = folder.resolve(Manifest.FILE_NAME);
      assertThat(sha256(manifest))
          .as(folder.toString())
          .isEqualTo(ref.get("manifestSha256").asText());
      for (Manifest.Entry file :
          Json.mapper().readValue(manifest.toFile(), Manifest.class).files()) {
        assertThat(sha256(folder.resolve(file.path()))).as(file.path()).isEqualTo(file.sha256());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The attempt whose artifact counts is the last that has one. The folder's name is the attempt's
   * fence; a stale worker may leave one with a lower fence, which nobody refers to.
   */
  static void checkNewest(JsonNode ref) {
    Path folder = RunningSystem.artifacts().resolve(ref.get("key").asText());
    try (Stream<Path> attempts = Files.list(folder.getParent())) {
      long newest =
          attempts.mapToLong(each -> Long.parseLong(each.getFileName().toString())).max().orElse(0);
      assertThat(folder.getFileName().toString()).isEqualTo(Long.toString(newest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of the attempt that made it, from 1. */
  static long attempt(JsonNode ref) {
    String key = ref.get("key").asText();
    return Long.parseLong(key.substring(key.lastIndexOf('/') + 1));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
