package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.FastaReader;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ProblemException;
import org.motifworks.standalone.explanation.ExplanationTable;
import org.motifworks.standalone.explanation.ExplanationText;
import org.motifworks.standalone.explanation.NamedSequence;
import org.motifworks.standalone.explanation.SequenceSource;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks why a model scores sequences as it does, one after the other. */
abstract class ExplanationCommand implements Callable<Integer> {

  private static final Style PLAIN = new Style(false);

  private final Session session;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id, or SERIES@ALIAS.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "FASTA or a sequence a line, plain or gzip; - reads standard input.")
  private String file;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "The class to explain. May be left out where the model has one alone.")
  private String className;

  @Option(
      names = "--shorter",
      paramLabel = "HOW",
      description = "Sequences shorter than the model's window: refuse (default), or pad with N.")
  private String shorter;

  @Option(
      names = "--longer",
      paramLabel = "HOW",
      description =
          "Longer ones: refuse (default), windows (each), or max: the one that scores highest.")
  private String longer;

  @Option(
      names = "--stride",
      paramLabel = "NT",
      description = "From one window to the next. Default: the window's length.")
  private Integer stride;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, tsv (a row a position), json (a line a sequence), svg or bedgraph. Default: by the"
              + " name of --out, else text; with --json json.")
  private ExplanationFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a file instead of standard output.")
  private Path out;

  private long explained;
  private long failed;

  ExplanationCommand(Session session) {
    this.session = session;
  }

  /** What is asked for: the last part of the path. */
  abstract String method();

  /** Adds what the method needs besides a sequence and a class. */
  void complete(ObjectNode request) {}

  @Override
  public Integer call() throws IOException {
    Api api = session.api();
    String name = className == null ? onlyClass(api) : className;
    ExplanationFormat chosen = chosenFormat();
    try (SequenceSource source = open()) {
      TextOutput.write(session, out, text -> explainAll(api, source, name, chosen, text));
    }
    String not = failed == 0 ? "" : ", " + Amount.count(failed) + " not";
    session.remark(Amount.count(explained) + " explained" + not);
    return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private void explainAll(
      Api api, SequenceSource source, String name, ExplanationFormat chosen, Writer text)
      throws IOException {
    Optional<NamedSequence> next = next(source);
    if (chosen == ExplanationFormat.tsv) text.write(ExplanationTable.HEADING);
    while (next.isPresent()) {
      NamedSequence sequence = next.get();
      next = next(source);
      if (chosen == ExplanationFormat.svg && next.isPresent()) throw severalInOnePicture();
      try {
        text.write(written(sequence, answer(api, sequence, name, chosen), chosen));
        text.flush();
        explained++;
      } catch (ProblemException refused) {
        if (!isOfTheSequence(refused)) throw refused;
        tell(sequence.id(), refused.detail() + " " + refused.action());
      }
    }
  }

  /** The next sequence that can be read; the others are told. */
  private Optional<NamedSequence> next(SequenceSource source) throws IOException {
    while (true) {
      try {
        return source.next();
      } catch (SequenceFormatException e) {
        tell(e.record(), e.getMessage());
        if (FastaReader.endsReading(e)) return Optional.empty();
      }
    }
  }

  private String answer(Api api, NamedSequence sequence, String name, ExplanationFormat chosen)
      throws IOException {
    ObjectNode request = Json.mapper().createObjectNode();
    request.put("sequence", sequence.letters()).put("class", name);
    complete(request);
    StringBuilder path = new StringBuilder("/v1/models/" + Api.segment(model) + "/" + method());
    path.append("?format=").append(chosen.asked());
    path.append("&chromosome=").append(Api.segment(sequence.chromosome()));
    path.append("&start=").append(sequence.start());
    if (shorter != null) path.append("&shorter=").append(Api.segment(shorter));
    if (longer != null) path.append("&longer=").append(Api.segment(longer));
    if (stride != null) path.append("&stride=").append(stride);
    byte[] body = Json.mapper().writeValueAsBytes(request);
    try (InputStream answer =
        api.exchange(
            path.toString(), "application/json", chosen.accept(), new ByteArrayInputStream(body))) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String written(NamedSequence sequence, String answer, ExplanationFormat chosen)
      throws IOException {
    if (!chosen.asked().equals("json")) return answer;
    JsonNode json = Json.mapper().readTree(answer);
    if (chosen == ExplanationFormat.json) {
      return ((ObjectNode) json).put("sequenceId", sequence.id()) + "\n";
    }
    Iterable<JsonNode> windows = json.has("windows") ? json.path("windows") : List.of(json);
    StringBuilder text = new StringBuilder();
    for (JsonNode window : windows) {
      text.append(
          chosen == ExplanationFormat.tsv
              ? ExplanationTable.rows(sequence.id(), window)
              : ExplanationText.of(
                  sequence.id(), window, out == null ? session.terminal().style() : PLAIN));
    }
    return text.toString();
  }

  private ExplanationFormat chosenFormat() {
    if (format != null) return format;
    if (session.json()) return ExplanationFormat.json;
    return Optional.ofNullable(out).flatMap(ExplanationFormat::of).orElse(ExplanationFormat.text);
  }

  private SequenceSource open() throws IOException {
    if (file.equals("-")) return SequenceSource.of(System.in, "standard input");
    Path path = Path.of(file);
    if (Files.isReadable(path) && !Files.isDirectory(path)) {
      return SequenceSource.of(Files.newInputStream(path), file);
    }
    throw new CommandFailure(ExitCode.REFUSED, "No such file", file, "");
  }

  private String onlyClass(Api api) {
    JsonNode classes = api.get("/v1/models/" + Api.segment(model)).path("classes");
    if (classes.size() == 1) return classes.get(0).asText();
    List<String> names = new ArrayList<>();
    for (JsonNode each : classes) names.add(each.asText());
    throw new CommandFailure(
        ExitCode.REFUSED,
        "Which class?",
        "The model has " + names.size() + ": " + String.join(", ", names) + ".",
        "Name one with --class.");
  }

  private void tell(String id, String detail) {
    failed++;
    session.terminal().err().println((id.isEmpty() ? "a record" : id) + ": " + detail);
  }

  private static boolean isOfTheSequence(ProblemException refused) {
    return refused.code().startsWith("sequence.") || refused.code().startsWith("explanation.");
  }

  private CommandFailure severalInOnePicture() {
    return new CommandFailure(
        ExitCode.REFUSED,
        "A picture shows one sequence",
        "There are more in " + (file.equals("-") ? "standard input" : file) + ".",
        "Give it one sequence, or ask for text, tsv, json or bedgraph.");
  }
}
