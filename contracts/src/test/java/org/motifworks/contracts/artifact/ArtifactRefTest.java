package org.motifworks.contracts.artifact;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactRefTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        "a\\b",
        "a/.hidden",
        "a b",
        "a/\n"
      })
  void keyThatCouldLeaveTheStore_isRefused(String key) {
    assertThatThrownBy(() -> ArtifactRef.requireKey(key))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/01JD/1", "logos/filter-0.svg", "weights/conv1.weight.npy"})
  void plainKey_isTaken(String key) {
    assertThatCode(() -> ArtifactRef.requireKey(key)).doesNotThrowAnyException();
  }

  @Test
  void manifestListingAFileTwice_isRefused() {
    Manifest.Entry file = new Manifest.Entry("a.npy", 1, "0".repeat(64));
    assertThatThrownBy(() -> Manifest.of("dataset", List.of(file, file)))
        .hasMessageContaining("a.npy");
  }
}
