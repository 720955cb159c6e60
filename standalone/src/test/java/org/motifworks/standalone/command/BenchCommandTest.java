package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.bench.BenchMessage.Finished;
import org.motifworks.contracts.bench.BenchMessage.Machine;
import org.motifworks.contracts.bench.BenchMessage.Rates;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.standalone.bench.BenchText;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Terminal;

/** What the bench command says; the measuring itself is tested where it is. */
class BenchCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void fileWithoutJson_isRefused() {
    assertThat(run("bench", "result.json")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("bench --json result.json");
  }

  @Test
  void secondsThatAreNone_areRefused() {
    assertThat(run("bench", "--seconds", "NaN")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("0.01 to 600");
  }

  @Test
  void json_hasTheRatiosOfEachArchitecture_andWhatTheyAreMadeOf() {
    JsonNode document = BenchText.json(finished());
    assertThat(document.fieldNames()).toIterable().containsExactly("cnn-25", "machine");
    assertThat(document.get("cnn-25").fieldNames())
        .toIterable()
        .startsWith("scanRatio", "predictRatio", "saliencyRatio", "trainRatio")
        .contains("scanRate", "scanLibraryRate", "scanDifference", "trainShareOfSgemm");
    assertThat(document.get("cnn-25").get("trainRatio").asDouble()).isEqualTo(2.5);
    assertThat(document.get("machine").get("sgemmGflops").asDouble()).isEqualTo(180);
  }

  @Test
  void table_hasARowForEachPath() {
    String text = BenchText.table(finished(), new Style(false));
    assertThat(text)
        .containsPattern("cnn-25 train +12,500 +5,000 +2\\.50 +1\\.0e-06")
        .contains("2 processors, 2 training slots, sgemm 180 GFLOP/s")
        .contains("cnn-25 trains at 40 %");
  }

  private static Finished finished() {
    Map<String, Comparison> paths = new LinkedHashMap<>();
    for (String path : new String[] {"scan", "predict", "saliency", "train"}) {
      paths.put(path, new Comparison(12_500, 5_000, 2.5, 1e-6));
    }
    return new Finished(
        new Machine(2, 2, 180, Map.of("ONNX Runtime", "1")),
        Map.of("cnn-25", new Rates(paths, 0.4)));
  }

  private int run(String... arguments) {
    Terminal terminal =
        Terminal.plain(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Interpreter.run(new Session(terminal, Map.of()), arguments);
  }
}
