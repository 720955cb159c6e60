package org.motifworks.kit.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.kit.problem.Problem;

/** What every artifact store keeps to. */
abstract class ArtifactStoreContract {

  ArtifactStore store;

  /** A store without artifacts. */
  abstract ArtifactStore emptyStore() throws IOException;

  /** The same artifacts as seen by another process. */
  abstract ArtifactStore sameStoreElsewhere();

  /** Changes a stored byte behind the store's back. */
  abstract void damage(String key, String file) throws IOException;

  @BeforeEach
  void open() throws IOException {
    store = emptyStore();
  }

  ArtifactRef write(String key, String content) throws IOException {
    try (Staging staging = store.stage(key)) {
      Files.createDirectories(staging.folder().resolve("train"));
      Files.writeString(staging.folder().resolve("train/ids.txt"), content);
      Files.writeString(staging.folder().resolve("dataset.json"), "{}");
      return staging.commit("dataset");
    }
  }

  private static String code(Throwable e) {
    return ((Problem) e).code();
  }

  @Test
  void open_afterCommit_givesFilesAndManifest() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "seq-1\n");
    Artifact artifact = sameStoreElsewhere().open(ref);
    assertThat(artifact.file("train/ids.txt")).hasContent("seq-1\n");
    assertThat(artifact.manifest().kind()).isEqualTo("dataset");
    assertThat(artifact.manifest().files())
        .extracting(Manifest.Entry::path)
        .containsExactly("dataset.json", "train/ids.txt");
  }

  @Test
  void find_beforeCommit_isEmpty() throws IOException {
    try (Staging staging = store.stage("datasets/a/1")) {
      Files.writeString(staging.folder().resolve("dataset.json"), "{}");
      assertThat(store.find("datasets/a/1")).isEmpty();
    }
    assertThat(store.find("datasets/a/1")).isEmpty();
  }

  @Test
  void find_afterCommit_isTheReference() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    assertThat(sameStoreElsewhere().find("datasets/a/1")).contains(ref);
  }

  @Test
  void commit_ofSameContentUnderTwoKeys_hasSameManifest() throws IOException {
    assertThat(write("datasets/a/1", "x").manifestSha256())
        .isEqualTo(write("datasets/a/2", "x").manifestSha256());
  }

  @Test
  void commit_ofSameContentAgain_isTheSameArtifact() throws IOException {
    assertThat(write("datasets/a/1", "x")).isEqualTo(write("datasets/a/1", "x"));
  }

  @Test
  void commit_ofOtherContentUnderSameKey_isRefusedAndChangesNothing() throws IOException {
    ArtifactRef first = write("datasets/a/1", "x");
    assertThatThrownBy(() -> write("datasets/a/1", "y"))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.conflict"));
    assertThat(store.open(first).file("train/ids.txt")).hasContent("x");
  }

  @Test
  void open_ofDamagedFile_isCorrupt() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    damage("datasets/a/1", "train/ids.txt");
    assertThatThrownBy(() -> store.open(ref))
        .hasMessageContaining("train/ids.txt")
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.corrupt"));
  }

  @Test
  void verify_afterDamageToAnOpenedArtifact_isCorrupt() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    assertThat(store.verify(ref)).isEqualTo(store.open(ref));
    damage("datasets/a/1", "train/ids.txt");
    assertThat(store.manifest(ref).files()).hasSize(2);
    assertThatThrownBy(() -> store.verify(ref))
        .hasMessageContaining("train/ids.txt")
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.corrupt"));
  }

  @Test
  void open_ofDamagedManifest_isCorrupt() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    damage("datasets/a/1", Manifest.FILE_NAME);
    assertThatThrownBy(() -> store.open(ref))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.corrupt"));
    assertThatThrownBy(() -> store.manifest(ref))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.corrupt"));
  }

  @Test
  void open_ofNothing_isMissing() {
    assertThatThrownBy(() -> store.open(new ArtifactRef("datasets/none/1", "0".repeat(64))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.missing"));
  }

  @Test
  void list_isWhatIsCommittedBelow_withItsSize() throws IOException {
    assertThat(store.list("datasets")).isEmpty();
    Instant before = Instant.now().minusSeconds(2);
    write("datasets/b/1", "four");
    write("datasets/a/10", "x");
    write("uploads/a", "y");
    damage("datasets/b/1", Manifest.FILE_NAME);
    try (Staging staging = store.stage("datasets/c/1")) {
      Files.writeString(staging.folder().resolve("dataset.json"), "{}");
      assertThat(store.list("datasets"))
          .extracting(StoredArtifact::key)
          .containsExactly("datasets/a/10", "datasets/b/1");
    }
    assertThat(store.list("uploads"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.bytes()).isEqualTo(3);
              assertThat(found.committed()).isAfter(before);
            });
  }

  @Test
  void delete_makesItDisappear() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    store.open(ref);
    store.delete("datasets/a/1");
    store.delete("datasets/a/1");
    assertThat(store.find("datasets/a/1")).isEmpty();
    assertThatThrownBy(() -> store.open(ref))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a/../b", "a//b", ".staging/x", "", "a/"})
  void stage_ofKeyOutsideTheStore_isRefused(String key) {
    assertThatThrownBy(() -> store.stage(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void file_outsideTheManifest_isRefused() throws IOException {
    Artifact artifact = store.open(write("datasets/a/1", "x"));
    assertThatThrownBy(() -> artifact.file("../../../etc/passwd"))
        .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.no-such-file"));
  }

  @Test
  void commit_ofLink_isRefused() throws IOException {
    try (Staging staging = store.stage("datasets/a/1")) {
      Files.createSymbolicLink(staging.folder().resolve("ids.txt"), Path.of("/etc/hostname"));
      assertThatThrownBy(() -> staging.commit("dataset"))
          .satisfies(e -> assertThat(code(e)).isEqualTo("artifact.illegal-file"));
    }
  }

  @Test
  void sweep_ofAbandonedStaging_removesItOnly() throws IOException {
    ArtifactRef ref = write("datasets/a/1", "x");
    Staging abandoned = store.stage("datasets/b/1");
    Files.writeString(abandoned.folder().resolve("dataset.json"), "{}");
    assertThat(store.sweepStagings(Duration.ofHours(1))).isZero();
    assertThat(store.sweepStagings(Duration.ofSeconds(-1))).isEqualTo(1);
    assertThat(abandoned.folder()).doesNotExist();
    assertThat(store.find("datasets/a/1")).contains(ref);
  }
}
