package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      "Input order is kept. Probabilities are between 0 and 1. A record that cannot be scored is"
          + " told",
      "on standard error (with --format ndjson also in its place, with arrow in its place alone),"
          + " and",
      "the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks score MODEL sequences.fa > scores.tsv",
      "  ./motifworks score MODEL genome.fa.gz --longer windows --stride 50 --strands max",
      "  zcat sequences.fa.gz | ./motifworks score MODEL - --format ndjson | head",
      "  ./motifworks score MODEL sequences.fa --saliency top --format arrow > scores.arrows",
      "",
      "A file that takes long, or regions of a genome: ./motifworks scoring --help"
    })
final class ScoreCommand implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;
  private static final Pattern LAST_LINE =
      Pattern.compile("#count=(\\d+) errors=(\\d+) model=(\\S+).*");

  private final Session session;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id, or SERIES@ALIAS.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "FASTA, NDJSON ({\"id\", \"sequence\"}) or a sequence a line, plain or gzip; - reads"
              + " standard input.")
  private String file;

  @Mixin private ScoreRequestOptions options;

  @Option(
      names = "--input",
      paramLabel = "FORMAT",
      description = "fasta, ndjson or lines. Default: told by its first letter.")
  private String input;

  @Option(
      names = "--saliency",
      paramLabel = "CLASS",
      description =
          "Tells of each sequence how much each nucleotide speaks for CLASS (guided gradient x"
              + " input), or for its most probable class where CLASS is top.")
  private String saliency;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "tsv, ndjson or arrow (an Arrow stream). Default: tsv, with --json ndjson.")
  private ScoreFormat format;

  private enum ScoreFormat {
    tsv("text/tab-separated-values"),
    ndjson("application/x-ndjson"),
    arrow("application/vnd.apache.arrow.stream");

    private final String mediaType;

    ScoreFormat(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Api api = session.api();
    InputStream body = file.equals("-") ? System.in : Files.newInputStream(existing(Path.of(file)));
    String path = "/v1/models/" + Api.segment(model) + "/score" + query();
    ScoreFormat wanted =
        format != null ? format : session.json() ? ScoreFormat.ndjson : ScoreFormat.tsv;
    String type = "application/octet-stream";
    try (InputStream answer = api.exchange(path, type, wanted.mediaType, body);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8), BUFFER);
        PrintStream out = buffered()) {
      return switch (wanted) {
        case tsv -> relayTable(lines, out);
        case ndjson -> relayNdjson(lines, out);
        case arrow -> relayArrow(new BufferedInputStream(answer, BUFFER), out);
      };
    }
  }

  private String query() {
    StringBuilder query = new StringBuilder(options.query());
    append(query, "input", input);
    append(query, "saliency", saliency);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    if (value == null) return;
    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(Api.segment(value));
  }

  private static Path existing(Path file) {
    if (Files.isReadable(file) && !Files.isDirectory(file)) return file;
    throw new CommandFailure(ExitCode.REFUSED, "No such file", file.toString(), "");
  }

  private int relayNdjson(BufferedReader lines, PrintStream out) throws IOException {
    long errors = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode record = Json.mapper().readTree(line);
      out.println(line);
      if (record.has("count")) {
        out.flush();
        return ended(
            record.path("count").asLong(),
            record.path("errors").asLong(),
            record.path("model").asText(),
            errors);
      }
      if (record.has("error")) {
        errors++;
        tellError(record.path("id").asText(), record.path("error").path("detail").asText());
      }
    }
    throw CommandFailure.scoresCutOff();
  }

  private int relayArrow(InputStream answer, PrintStream out) throws IOException {
    ArrowRelay.End end = ArrowRelay.pass(answer, out).orElseThrow(CommandFailure::scoresCutOff);
    return ended(end.count(), end.errors(), end.model(), end.errors());
  }

  /** The service's table without its last column, which says what is wrong with a record. */
  private int relayTable(BufferedReader lines, PrintStream out) throws IOException {
    long errors = 0;
    boolean heading = true;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher end = LAST_LINE.matcher(line);
      if (end.matches()) {
        out.flush();
        return ended(
            Long.parseLong(end.group(1)), Long.parseLong(end.group(2)), end.group(3), errors);
      }
      int last = line.lastIndexOf('\t');
      if (last < 0) break;
      if (heading || last == line.length() - 1) {
        out.append(line, 0, last).append('\n');
        heading = false;
      } else {
        errors++;
        String error = line.substring(last + 1);
        tellError(line.substring(0, line.indexOf('\t')), error.substring(error.indexOf(": ") + 2));
      }
    }
    throw CommandFailure.scoresCutOff();
  }

  private void tellError(String id, String detail) {
    session.terminal().err().println(id + ": " + detail);
  }

  private int ended(long count, long failed, String by, long told) {
    String not = failed == 0 ? "" : ", " + Amount.count(failed) + " not";
    session.remark(Amount.count(count - failed) + " sequences scored" + not + ", model " + by);
    return told == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private PrintStream buffered() {
    return new PrintStream(
        new BufferedOutputStream(session.terminal().out(), BUFFER), false, StandardCharsets.UTF_8);
  }
}
