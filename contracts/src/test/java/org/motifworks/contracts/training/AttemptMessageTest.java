package org.motifworks.contracts.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;

class AttemptMessageTest {

  /** The wire form is a contract: these lines may gain fields, never lose or rename them. */
  @Test
  void lines_areAsWritten() throws Exception {
    assertThat(new AttemptMessage.EpochEnded(3, 100, 0.5, 0.25, null, 2, 1.5).toLine())
        .isEqualTo(
            "{\"type\":\"epoch\",\"epoch\":3,\"epochs\":100,\"trainingLoss\":0.5,"
                + "\"validationLoss\":0.25,\"bestEpoch\":2,\"seconds\":1.5}");
    assertThat(new AttemptMessage.Failed("training.diverged", "why", "do").toLine())
        .isEqualTo(
            "{\"type\":\"failed\",\"code\":\"training.diverged\",\"detail\":\"why\",\"action\":\"do\"}");
  }

  @Test
  void everyKind_roundTripsThroughItsLine() throws Exception {
    List<AttemptMessage> messages =
        List.of(
            new AttemptMessage.Started("cpu", Map.of("LibTorch", "2.7.1"), 160_048, 1, null),
            new AttemptMessage.EpochEnded(1, 100, 0.5, 0.4, 0.7, 1, 2.5),
            new AttemptMessage.Exporting(30, 10),
            new AttemptMessage.Succeeded(30, 10, 0.1, 0.97, 0.04, 0.8, 1e-6),
            new AttemptMessage.Failed("dataset.empty-split", "detail", "action"));
    for (AttemptMessage message : messages) {
      assertThat(message.toLine()).doesNotContain("\n");
      assertThat(AttemptMessage.parse(message.toLine())).isEqualTo(message);
    }
  }

  @Test
  void fieldsOfANewerWorker_arePassedOver() throws Exception {
    assertThat(
            AttemptMessage.parse(
                "{\"type\":\"exporting\",\"epochs\":3,\"bestEpoch\":2,\"graphs\":9}"))
        .isEqualTo(new AttemptMessage.Exporting(3, 2));
  }

  @Test
  void specification_roundTripsThroughItsFile(@TempDir Path folder) throws Exception {
    AttemptSpec spec =
        new AttemptSpec(
            "run 1",
            "data",
            "00",
            ArchitecturePresets.named("cnn-25"),
            TrainingPresets.named("paper-code"),
            1,
            2,
            ComputeDevice.AUTO,
            "out",
            "checkpoint");
    Path file = folder.resolve("spec.json");
    spec.write(file);
    assertThat(AttemptSpec.read(file)).isEqualTo(spec);
  }

  @Test
  void environment_waitsPassivelyAndStaysOffline() {
    assertThat(WorkerEnvironment.variables(2, Path.of("cache")))
        .containsEntry("OMP_NUM_THREADS", "2")
        .containsEntry("OMP_WAIT_POLICY", "passive");
    assertThat(WorkerEnvironment.jvmFlags(256)).contains("-Xmx256m", "-Dai.djl.offline=true");
  }
}
