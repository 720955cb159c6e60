package org.motifworks.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;

/** A file scored as a job, whose table is the same whatever happened meanwhile. */
final class FileScoring {

  private static final int BLOCK = 2000;
  private static final int BLOCKS = 20;

  private static Path file;
  private static String expected;

  private final PublicDoor door = RunningSystem.door();
  private String id;

  /** Makes the file, and its scores by one request, while all is well. */
  static synchronized void prepare() {
    if (file != null) return;
    String block = ScoreStream.fasta(new SplittableRandom(20261129), BLOCK);
    String path = "/v1/models/" + SmallModel.get().id() + "/score";
    try {
      // within the project, which the services may read
      file = Files.createTempFile(Path.of("target").toAbsolutePath(), "file-scoring-", ".fa");
      file.toFile().deleteOnExit();
      Files.writeString(file, block.repeat(BLOCKS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    expected =
        RunningSystem.door()
            .postFor(path, "text/x-fasta", "text/tab-separated-values", block.repeat(BLOCKS))
            .body();
    assertThat(expected).contains("#count=" + BLOCK * BLOCKS + " errors=0 ");
  }

  /** Asks for it, until that is accepted. */
  void request(long seed) {
    String json = "{\"model\":\"%s\",\"sequences\":\"%s\"}".formatted(SmallModel.get().id(), file);
    var answer = Asking.untilAnswered(() -> door.postOnce("/v1/scorings", "scoring-" + seed, json));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    id = PublicDoor.read(answer.body()).get("id").asText();
  }

  String path() {
    return "/v1/scorings/" + id;
  }

  /** One that succeeded has every row there is, once, in order. */
  void checkTable(JsonNode view) {
    Artifacts.checkWhole(view.at("/result/ref"));
    Artifacts.checkNewest(view.at("/result/ref"));
    byte[] gzip = door.bytes(path() + "/scores.tsv.gz").body();
    try (var table = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      String scores = new String(table.readAllBytes(), UTF_8);
      assertThat(scores.equals(expected)).as("the table of " + path() + " is whole").isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
