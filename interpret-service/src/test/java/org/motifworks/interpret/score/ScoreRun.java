package org.motifworks.interpret.score;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.TrainedModel;

/** A whole stream through a model, as a text. */
record ScoreRun(
    ModelLease model,
    Executor readers,
    InputFormat input,
    ScoreSettings settings,
    ScoreFormat output,
    TrainedModel told) {
  private static final TrainedModel TOLD =
      new TrainedModel("m", null, null, Optional.empty(), Optional.empty());

  static ScoreRun with(ModelLease model, Executor readers) {
    return new ScoreRun(
        model, readers, InputFormat.AUTO, ScoreSettings.DEFAULT, ScoreFormat.NDJSON, TOLD);
  }

  ScoreRun settings(ScoreSettings other) {
    return new ScoreRun(model, readers, input, other, output, told);
  }

  ScoreRun input(InputFormat other) {
    return new ScoreRun(model, readers, other, settings, output, told);
  }

  ScoreRun output(ScoreFormat other) {
    return new ScoreRun(model, readers, input, settings, other, told);
  }

  ScoreRun told(TrainedModel other) {
    return new ScoreRun(model, readers, input, settings, output, other);
  }

  String of(byte[] body) throws IOException, InterruptedException {
    return new String(bytes(body), StandardCharsets.UTF_8);
  }

  byte[] bytes(byte[] body) throws IOException, InterruptedException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (ScoreInput in = ScoreInput.of(new ByteArrayInputStream(body), input, 1_000_000)) {
      new ScoreStream(
              model.description(),
              model.session()::predict,
              model.session(),
              readers,
              new BatchMeters(new SimpleMeterRegistry(), "rest"),
              settings,
              output)
          .run(in, answer, told);
    }
    return answer.toByteArray();
  }
}
