package org.motifworks.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.TinyData;

class AttemptTest {

  private static final long SEED = 7;

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path dataset;

  @BeforeAll
  static void writeDataset() throws IOException {
    dataset = shared.resolve("dataset");
    TinyData.write(dataset, 600, 150, 260, SEED);
  }

  static TrainingSettings settings(String overrides) throws IOException {
    return TrainingPresets.withOverrides(new ObjectMapper().readTree(overrides));
  }

  private AttemptSpec spec(
      Path data, Architecture architecture, TrainingSettings settings, String output) {
    return new AttemptSpec(
        "test",
        data.toString(),
        "0000",
        architecture,
        settings,
        SEED,
        1,
        ComputeDevice.AUTO,
        folder.resolve(output).toString(),
        folder.resolve(output + "-checkpoint").toString());
  }

  private static List<AttemptMessage> run(AttemptSpec spec) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Attempt(spec, new MessageWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
        .run();
    List<AttemptMessage> messages = new ArrayList<>();
    for (String line : bytes.toString(StandardCharsets.UTF_8).split("\n")) {
      messages.add(AttemptMessage.parse(line));
    }
    return messages;
  }

  private static AttemptMessage last(List<AttemptMessage> messages) {
    return messages.get(messages.size() - 1);
  }

  static Map<String, String> hexOfFiles(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(path);
        files.put(
            root.relativize(path).toString(),
            HexFormat.of().formatHex(Digests.sha256(bytes, bytes.length)));
      }
    }
    return files;
  }

  @Test
  void attempt_learnsAndWritesACheckedModelFolder() throws Exception {
    List<AttemptMessage> messages =
        run(
            spec(
                dataset,
                TinyData.architecture(),
                settings("{\"maximumEpochs\":15,\"batchSize\":32,\"learningRate\":0.005}"),
                "model"));
    assertThat(messages.get(0)).isInstanceOf(AttemptMessage.Started.class);
    assertThat(last(messages)).isInstanceOf(AttemptMessage.Succeeded.class);
    AttemptMessage.Succeeded succeeded = (AttemptMessage.Succeeded) last(messages);
    assertThat(succeeded.testAuRoc()).isGreaterThan(0.9);
    assertThat(succeeded.exportDifference()).isLessThan(1e-4);
    assertThat(messages.get(messages.size() - 2)).isInstanceOf(AttemptMessage.Exporting.class);

    Map<String, String> files = hexOfFiles(folder.resolve("model"));
    assertThat(files.keySet())
        .contains(
            "model.json",
            "history.json",
            "predict.onnx",
            "filters.onnx",
            "saliency.onnx",
            "saliency-plain.onnx",
            "weights/conv1.weight.npy",
            "weights/conv2.variance.npy",
            "weights/output.bias.npy",
            "sample/sequences.npy",
            "sample/logits.npy",
            "test/logits.npy",
            "drift.json");
    ModelDescription description =
        new ObjectMapper()
            .readValue(folder.resolve("model/model.json").toFile(), ModelDescription.class);
    assertThat(description.classes()).containsExactly("left", "right");
    assertThat(description.test().classes()).hasSize(2);
    assertThat(description.exportCheck().sequences()).isGreaterThanOrEqualTo(256);
    JsonNode history = new ObjectMapper().readTree(folder.resolve("model/history.json").toFile());
    assertThat(history.path("epochs").size()).isEqualTo(succeeded.epochs());
    DriftReference drift =
        new ObjectMapper()
            .readValue(folder.resolve("model/drift.json").toFile(), DriftReference.class);
    assertThat(drift.scores()).hasSize(2).allMatch(bins -> sum(bins) == drift.scored());
    assertThat(drift.counts(2).hasKmers()).isTrue();
    String text = Files.readString(folder.resolve("model/model.json"));
    assertThat(text).doesNotContain(folder.toString());
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(count -> count).sum();
  }

  private static final String EVERY_OPTION =
      ",\"reverseComplement\":true,\"classWeights\":\"balanced\",\"learningRateSchedule\":"
          + "{\"kind\":\"reduce-on-plateau\",\"patience\":1}";

  @ParameterizedTest
  @ValueSource(strings = {"", EVERY_OPTION, ",\"learningRateSchedule\":\"cosine\""})
  void attemptThatWasStoppedAfterAnEpoch_givesTheSameBytes(String options) throws Exception {
    TrainingSettings settings = settings("{\"maximumEpochs\":5,\"batchSize\":32" + options + "}");
    run(spec(dataset, TinyData.architecture(), settings, "whole"));

    AttemptSpec spec = spec(dataset, TinyData.architecture(), settings, "resumed");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream breaking =
        new PrintStream(bytes, true, StandardCharsets.UTF_8) {
          @Override
          public void print(String line) {
            if (line.contains("\"epoch\":3,")) {
              throw new IllegalStateException("stopped after epoch 3");
            }
            super.print(line);
          }
        };
    try {
      new Attempt(spec, new MessageWriter(breaking)).run();
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("epoch 3");
    }
    List<AttemptMessage> messages = run(spec);
    assertThat(((AttemptMessage.Started) messages.get(0)).firstEpoch()).isEqualTo(4);
    assertThat(hexOfFiles(folder.resolve("resumed")))
        .isEqualTo(hexOfFiles(folder.resolve("whole")));
  }

  @Test
  void damagedCheckpoint_isPassedOverAndSaidSo() throws Exception {
    TrainingSettings settings = settings("{\"maximumEpochs\":2,\"batchSize\":32}");
    AttemptSpec spec = spec(dataset, TinyData.architecture(), settings, "damaged");
    run(spec);
    Map<String, String> first = hexOfFiles(folder.resolve("damaged"));
    Path checkpoint = folder.resolve("damaged-checkpoint/checkpoint.bin");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);
    AttemptMessage.Started started = (AttemptMessage.Started) run(spec).get(0);
    assertThat(started.firstEpoch()).isEqualTo(1);
    assertThat(started.notice()).contains("damaged").contains("afresh");
    assertThat(hexOfFiles(folder.resolve("damaged"))).isEqualTo(first);
  }

  @Test
  void checkpointOfOtherSettings_isPassedOver() throws Exception {
    run(
        spec(
            dataset,
            TinyData.architecture(),
            settings("{\"maximumEpochs\":2,\"batchSize\":32}"),
            "other"));
    AttemptMessage.Started started =
        (AttemptMessage.Started)
            run(spec(
                    dataset,
                    TinyData.architecture(),
                    settings("{\"maximumEpochs\":1,\"batchSize\":64}"),
                    "other"))
                .get(0);
    assertThat(started.notice()).contains("other data, settings or engine");
  }

  @Test
  void lossThatIsNoNumber_failsAsDiverged() throws Exception {
    Architecture exploding =
        Architecture.fromJson(
            "{\"convolutions\":[{\"filters\":4,\"size\":31,\"activation\":\"exponential\",\"batchNorm\":false}]}");
    TrainingSettings hasty = settings("{\"learningRate\":10,\"maximumEpochs\":20}");
    AttemptMessage.Failed failed =
        (AttemptMessage.Failed) last(run(spec(dataset, exploding, hasty, "diverged")));
    assertThat(failed.code()).isEqualTo("training.diverged");
    assertThat(failed.detail()).contains("loss became");
  }

  @Test
  void classWithoutPositives_isRefusedByName() throws Exception {
    Path data = folder.resolve("one-sided");
    TinyData.write(data, 600, 20, 20, SEED);
    Path labels = data.resolve("train/labels.npy");
    byte[] bytes = Files.readAllBytes(labels);
    for (int i = bytes.length - 1200; i < bytes.length; i += 2) {
      bytes[i] = 0;
    }
    Files.write(labels, bytes);
    AttemptMessage.Failed failed = failure(data, TinyData.architecture());
    assertThat(failed.code()).isEqualTo("dataset.one-sided-class");
    assertThat(failed.detail()).contains("class left has no positive");
  }

  @Test
  void emptySplit_isRefusedByName() throws Exception {
    Path data = folder.resolve("empty");
    TinyData.write(data, 100, 0, 20, SEED);
    assertThat(failure(data, TinyData.architecture()).code()).isEqualTo("dataset.empty-split");
  }

  @Test
  void tooFewSequences_areRefused() throws Exception {
    Path data = folder.resolve("small");
    TinyData.write(data, 5, 5, 5, SEED);
    assertThat(failure(data, TinyData.architecture()).code()).isEqualTo("dataset.too-small");
  }

  @Test
  void windowThatTheArchitectureDoesNotFit_isRefusedByLayer() throws Exception {
    Architecture wide =
        Architecture.fromJson(
            "{\"convolutions\":[{\"filters\":4,\"size\":5,\"pool\":{\"size\":100}}]}");
    AttemptMessage.Failed failed = failure(dataset, wide);
    assertThat(failed.code()).isEqualTo("architecture.invalid");
    assertThat(failed.detail()).contains("convolutions[0].pool.size is 100 but only 41 positions");
  }

  @Test
  void missingDataset_isAFailureWithACode() throws Exception {
    assertThat(failure(folder.resolve("nowhere"), ArchitecturePresets.named("cnn-2")).code())
        .isEqualTo("dataset.missing");
  }

  private AttemptMessage.Failed failure(Path data, Architecture architecture) throws IOException {
    return (AttemptMessage.Failed)
        last(run(spec(data, architecture, settings("{\"maximumEpochs\":1}"), "failure")));
  }
}
