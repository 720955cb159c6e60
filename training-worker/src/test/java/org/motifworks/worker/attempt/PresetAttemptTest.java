package org.motifworks.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.worker.TinyData;

/** Every architecture of the paper from specification to checked graphs, at its 200 nt. */
class PresetAttemptTest {

  private static final long SEED = 13;
  private static final int WINDOW = 200;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void writeDataset() throws IOException {
    TinyData.write(shared.resolve("dataset"), WINDOW, 60, 20, 20, SEED);
  }

  /** An attempt succeeds only when ONNX Runtime reproduces the engine's logits. */
  @ParameterizedTest
  @MethodSource("org.motifworks.core.architecture.ArchitecturePresets#names")
  void preset_trainsAnEpoch_andPassesTheCheckOfItsExport(String name) throws Exception {
    AttemptSpec spec =
        new AttemptSpec(
            name,
            shared.resolve("dataset").toString(),
            "0000",
            ArchitecturePresets.named(name),
            TrainingPresets.withOverrides(
                new ObjectMapper().readTree("{\"maximumEpochs\":1,\"batchSize\":30}")),
            SEED,
            1,
            ComputeDevice.CPU,
            folder.resolve("model").toString(),
            folder.resolve("checkpoint").toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Attempt(spec, new MessageWriter(new PrintStream(out, true, StandardCharsets.UTF_8))).run();
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    AttemptMessage last = AttemptMessage.parse(lines[lines.length - 1]);
    assertThat(last).isInstanceOf(AttemptMessage.Succeeded.class);
    assertThat(((AttemptMessage.Succeeded) last).exportDifference()).isLessThan(1e-4);
    assertThat(((AttemptMessage.Started) AttemptMessage.parse(lines[0])).parameters())
        .isEqualTo(ArchitecturePresets.named(name).parameters(WINDOW, 2));
    assertThat(folder.resolve("model/saliency.onnx")).isNotEmptyFile();
  }
}
