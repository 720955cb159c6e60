package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores sequences by a model. */
@Command(
    name = "score",
    description = "Scores sequences: the probability of each class, as a table (tsv).",
    footer = {
      "",
      "Input order is kept. Probabilities are between 0 and 1. A record that cannot be scored is told",
      "on standard error (with --format ndjson also in its place), and the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks score MODEL sequences.fa > scores.tsv",
      "  ./motifworks score MODEL genome.fa.gz --longer windows --stride 50 --strands max",
      "  zcat sequences.fa.gz | ./motifworks score MODEL - --format ndjson | head"
    })
final class ScoreCommand implements Callable<Integer> {

  private final Session session;
  private final List<String> classes = new ArrayList<>();

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "FASTA, NDJSON ({\"id\", \"sequence\"}) or a sequence a line, plain or gzip; - reads standard"
              + " input.")
  private String file;

  @Mixin private ScoreRequestOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "tsv or ndjson. Default: tsv, with --json ndjson.")
  private ScoreFormat format;

  private enum ScoreFormat {
    tsv,
    ndjson
  }

  ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Api api = session.api();
    InputStream body = file.equals("-") ? System.in : Files.newInputStream(existing(Path.of(file)));
    String path = "/v1/models/" + Api.segment(model) + "/score" + options.query();
    try (InputStream answer = api.exchange(path, "application/octet-stream", body);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        PrintStream out = buffered()) {
      return relay(lines, out);
    }
  }

  private static Path existing(Path file) {
    if (Files.isReadable(file) && !Files.isDirectory(file)) return file;
    throw new CommandFailure(ExitCode.REFUSED, "No such file", file.toString(), "");
  }

  private int relay(BufferedReader lines, PrintStream out) throws IOException {
    long errors = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode record = Json.mapper().readTree(line);
      if (ndjson()) out.println(line);
      if (record.has("count")) {
        out.flush();
        tellCount(record);
        return errors == 0 ? ExitCode.OK : ExitCode.FAILED;
      }
      if (record.has("error")) {
        errors++;
        tellError(record);
      } else if (!ndjson()) {
        out.println(row(record, out));
      }
    }
    throw CommandFailure.scoresCutOff();
  }

  private boolean ndjson() {
    return format == null ? session.json() : format == ScoreFormat.ndjson;
  }

  private String row(JsonNode record, PrintStream out) {
    boolean window = record.has("start");
    if (classes.isEmpty()) {
      for (Iterator<String> n = record.path("scores").fieldNames(); n.hasNext(); ) {
        classes.add(n.next());
      }
      out.println((window ? "id\tstart\tend\t" : "id\t") + String.join("\t", classes));
    }
    StringBuilder row = new StringBuilder(record.path("id").asText());
    if (window) {
      row.append('\t').append(record.path("start").asLong());
      row.append('\t').append(record.path("end").asLong());
    }
    for (String name : classes) {
      double score = record.path("scores").path(name).asDouble();
      row.append('\t').append(String.format(Locale.ROOT, "%.6g", score));
    }
    return row.toString();
  }

  private void tellError(JsonNode record) {
    session
        .terminal()
        .err()
        .println(record.path("id").asText() + ": " + record.path("error").path("detail").asText());
  }

  private void tellCount(JsonNode record) {
    long errors = record.path("errors").asLong();
    String failed = errors == 0 ? "" : ", " + Amount.count(errors) + " not";
    session.remark(
        Amount.count(record.path("count").asLong() - errors)
            + " sequences scored"
            + failed
            + ", model "
            + record.path("model").asText(model));
  }

  private PrintStream buffered() {
    return new PrintStream(
        new BufferedOutputStream(session.terminal().out(), 1 << 16), false, StandardCharsets.UTF_8);
  }
}
