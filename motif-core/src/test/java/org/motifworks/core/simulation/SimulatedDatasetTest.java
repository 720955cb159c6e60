package org.motifworks.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.PlacedMotif;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MemeFormat;

class SimulatedDatasetTest {

  private static final long SEED = 20190401;
  private static final SimulationSettings SMALL = SimulationSettings.paper(SEED).withSequences(600);

  /**
   * SHA-256 over names and bytes of all files of SMALL: a new JDK or an edit must not change data
   * of old seeds.
   */
  private static final String SMALL_DIGEST =
      "b87e5710ce1f8b8f52a9929d00134fceb219647bc9c00da1a87e4e20c579c224";

  @TempDir Path folder;

  @Test
  void paperSettings_giveThePapersSplits() throws IOException {
    DatasetDescription description =
        SimulatedDataset.write(folder, SimulationSettings.paper(SEED), done -> {});
    assertThat(description.splits().get(Split.TRAIN).sequences()).isEqualTo(17_500);
    assertThat(description.splits().get(Split.VALIDATION).sequences()).isEqualTo(2_500);
    assertThat(description.splits().get(Split.TEST).sequences()).isEqualTo(5_000);
    assertThat(description.classes()).isEqualTo(PaperFactors.names());
    assertThat(description.window()).isEqualTo(200);
  }

  @Test
  void folder_holdsWhatTheSimulatorMakes() throws IOException {
    SimulatedDataset.write(folder, SMALL, done -> {});
    PaperSimulator simulator = new PaperSimulator(SMALL);
    try (Dataset dataset = Dataset.open(folder)) {
      int rows = 0;
      for (Split split : Split.values()) {
        DatasetSplit part = dataset.split(split);
        List<String> ids = part.ids();
        for (int row = 0; row < part.size(); row++, rows++) {
          SimulatedSequence made =
              simulator.sequence(Integer.parseInt(ids.get(row).substring(4)) - 1);
          assertThat(part.sequences().row(row)).isEqualTo(made.tokens());
          assertThat(part.labels().row(row)).isEqualTo(made.labels());
          int at = row;
          assertThat(part.truth().orElseThrow().ofRow(row))
              .isEqualTo(made.placed().stream().map((PlacedMotif p) -> p.atRow(at)).toList());
        }
      }
      assertThat(rows).isEqualTo(600);
    }
  }

  @Test
  void sequencesOfSeveralBlocks_standInOrder() throws IOException {
    SimulationSettings settings = SMALL.withLength(100_000).withSequences(41);
    SimulatedDataset.write(folder, settings, done -> {});
    PaperSimulator simulator = new PaperSimulator(settings);
    Split[] splits = simulator.splits();
    int[] rows = new int[Split.values().length];
    try (Dataset dataset = Dataset.open(folder)) {
      for (int i = 0; i < splits.length; i++) {
        int row = rows[splits[i].ordinal()]++;
        assertThat(dataset.split(splits[i]).sequences().row(row))
            .isEqualTo(simulator.sequence(i).tokens());
      }
    }
  }

  @Test
  void sameSettings_giveTheSameBytesForEver() throws Exception {
    SimulatedDataset.write(folder.resolve("one"), SMALL, done -> {});
    SimulatedDataset.write(folder.resolve("two"), SMALL, done -> {});
    assertThat(digest(folder.resolve("one"))).isEqualTo(digest(folder.resolve("two")));
    assertThat(digest(folder.resolve("one"))).isEqualTo(SMALL_DIGEST);
  }

  @Test
  void embeddedMatrices_areWrittenAsMeme() throws IOException {
    SimulatedDataset.write(folder, SMALL, done -> {});
    try (Reader reader = Files.newBufferedReader(folder.resolve("truth.meme"))) {
      List<Motif> motifs = MemeFormat.read("truth.meme", reader).motifs();
      assertThat(motifs)
          .extracting(Motif::id)
          .isEqualTo(PaperFactors.all().stream().map(factor -> factor.motif().id()).toList());
    }
  }

  @Test
  void progress_isTold() throws IOException {
    List<Long> told = new ArrayList<>();
    SimulatedDataset.write(folder, SMALL, told::add);
    assertThat(told).containsExactly(250L, 500L, 600L);
  }

  @Test
  void cancelledSimulation_leavesNoDataset() {
    assertThatThrownBy(
            () ->
                SimulatedDataset.write(
                    folder,
                    SMALL,
                    done -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("dataset.json")).doesNotExist();
  }

  private static String digest(Path folder) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
