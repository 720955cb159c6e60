package org.motifworks.worker.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.contracts.training.WorkerEnvironment;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.attempt.Attempt;
import org.motifworks.worker.attempt.MessageWriter;

class ScoreMainTest {

  private static final long SEED = 11;

  @TempDir Path folder;

  @Test
  void scoresOfAModelOfOurs_areThoseThatTrainingLeft_alsoFromAProcess() throws Exception {
    Path dataset = folder.resolve("dataset");
    TinyData.write(dataset, 300, 60, 260, SEED);
    Path model = train(dataset);
    Path trained = model.resolve(ModelFiles.TEST_LOGITS);

    ScoreMain.write(model.resolve(ModelFiles.PREDICT), dataset, folder.resolve("here.npy"));
    assertThat(folder.resolve("here.npy")).hasSameBinaryContentAs(trained);
    assertThat(run(model.resolve(ModelFiles.PREDICT), dataset, folder.resolve("there.npy")))
        .isEqualTo(AttemptExit.SUCCEEDED);
    assertThat(folder.resolve("there.npy")).hasSameBinaryContentAs(trained);

    // A graph without logits.
    Path filters = model.resolve(ModelFiles.FILTERS);
    assertThatThrownBy(() -> ScoreMain.write(filters, dataset, folder.resolve("none.npy")))
        .isInstanceOf(RuntimeException.class);
    assertThat(run(filters, dataset, folder.resolve("none.npy"))).isEqualTo(AttemptExit.FAILED);
    assertThat(Files.readString(folder.resolve("log"))).isNotBlank();
    assertThat(folder.resolve("none.npy")).doesNotExist();
  }

  private Path train(Path dataset) throws IOException {
    Path output = folder.resolve("model");
    AttemptSpec spec =
        new AttemptSpec(
            "test",
            dataset.toString(),
            "0000",
            TinyData.architecture(),
            TrainingPresets.withOverrides(
                new ObjectMapper().readTree("{\"batchSize\":32,\"maximumEpochs\":1}")),
            SEED,
            1,
            ComputeDevice.CPU,
            output.toString(),
            folder.resolve("checkpoint").toString());
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(new Attempt(spec, new MessageWriter(nowhere)).run()).isTrue();
    return output;
  }

  private int run(Path graph, Path dataset, Path into) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(WorkerEnvironment.jvmFlags(256));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ScoreMain.class.getName());
    command.addAll(List.of(graph.toString(), dataset.toString(), into.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
