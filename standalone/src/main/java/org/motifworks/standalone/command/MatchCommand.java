package org.motifworks.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.matching.MatchingResult.RejectedMotif;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.ColumnDistance;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.standalone.match.MatchRun;
import org.motifworks.standalone.match.MatchRun.Format;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Matches motifs against a database, without a service. */
@Command(
    name = "match",
    description = "Matches motifs against a database as Tomtom does; needs no running service.",
    footer = {
      "",
      "The figures are those of Tomtom 5.4.1, its defaults too. Rows come query by query. JSON and",
      "the page also tell how much of its target a query covers, and which queries are the same.",
      "A motif that cannot be read is told on standard error and left out; the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks match filters.meme jaspar2016 --evalue 0.1 > matches.tsv",
      "  ./motifworks match filters.meme mine.meme --format html --out matches.html"
    })
final class MatchCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      paramLabel = "QUERIES",
      description = "Motifs to look up: a file of any format, or - for standard input.")
  private String queries;

  @Parameters(
      index = "1",
      paramLabel = "DATABASE",
      description = "jaspar2016 (the paper's), jaspar (the newest), or motifs like QUERIES.")
  private String database;

  @Option(
      names = "--distance",
      paramLabel = "ed|pearson",
      defaultValue = "ed",
      description = "How two columns are compared. Default: ${DEFAULT-VALUE}, Euclidean distance.")
  private String distance;

  @Option(
      names = "--evalue",
      paramLabel = "T",
      description = "Lists matches of at most this E-value.")
  private Double eValue;

  @Option(
      names = "--qvalue",
      paramLabel = "T",
      description = "Lists matches of at most this q-value. Default: 0.5.")
  private Double qValue;

  @Option(names = "--incomplete-scores", description = "Scores the columns of the overlap alone.")
  private boolean incompleteScores;

  @Option(
      names = "--min-overlap",
      paramLabel = "N",
      defaultValue = "1",
      description = "Columns that must overlap. Default: ${DEFAULT-VALUE}.")
  private int minOverlap;

  @Option(
      names = "--no-reverse-complement",
      description = "Compares with targets as they are given only.")
  private boolean noReverseComplement;

  @Option(
      names = "--motif-pseudo",
      paramLabel = "P",
      defaultValue = "0.1",
      description = "Pseudo-count added to every column. Default: ${DEFAULT-VALUE}.")
  private double pseudoCount;

  @Option(
      names = "--format",
      paramLabel = "tsv|json|html",
      description = "A table, JSON, or a page that opens offline. Default: tsv.")
  private String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Path out;

  private boolean leftOut;

  MatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Format wanted = format();
    MatchSettings settings = settings();
    if (queries.equals("-") && database.equals("-")) {
      throw usage("Only one of QUERIES and DATABASE can be standard input.");
    }
    MotifFile file = read(queries);
    MotifDatabase targets = targets();
    MatchRun run =
        new MatchRun(
            firstOfEachId(queries, file),
            file.rejected().stream().map(MatchCommand::told).toList(),
            targets,
            settings.withBackground(file.background()),
            commandLine());
    TextOutput.write(session, out, text -> tell(run.write(wanted, text), targets));
    return leftOut ? ExitCode.FAILED : ExitCode.OK;
  }

  private void tell(MatchCounts counts, MotifDatabase targets) {
    session.remark(
        Amount.count(counts.withMatch())
            + " of "
            + Amount.count(counts.motifs())
            + " motifs match "
            + targets.name()
            + (out == null ? "" : ": " + out));
  }

  private Format format() {
    if (format == null) return session.json() ? Format.JSON : Format.TSV;
    for (Format each : Format.values()) {
      if (!each.name().toLowerCase(Locale.ROOT).equals(format)) continue;
      if (session.json() && each != Format.JSON) {
        throw usage("--json and --format " + format + " ask for different things.");
      }
      return each;
    }
    throw usage("--format takes tsv, json or html, not '" + format + "'.");
  }

  private MatchSettings settings() {
    if (eValue != null && qValue != null) {
      throw usage("--evalue and --qvalue exclude each other.");
    }
    if (eValue != null && !(eValue >= 0 && eValue < Double.POSITIVE_INFINITY)) {
      throw usage("--evalue must be 0 or more, not " + eValue + ".");
    }
    if (qValue != null && !(qValue >= 0 && qValue <= 1)) {
      throw usage("--qvalue must be between 0 and 1, not " + qValue + ".");
    }
    if (minOverlap < 1) throw usage("--min-overlap must be 1 or more, not " + minOverlap + ".");
    if (!(pseudoCount >= 0 && pseudoCount < Double.POSITIVE_INFINITY)) {
      throw usage("--motif-pseudo must be 0 or more, not " + pseudoCount + ".");
    }
    MatchSettings settings =
        MatchSettings.tomtomDefaults()
            .withDistance(distance())
            .withMinOverlap(minOverlap)
            .withPseudoCount(pseudoCount);
    if (incompleteScores) settings = settings.withIncompleteScores();
    if (noReverseComplement) settings = settings.withoutReverseComplements();
    if (eValue != null) settings = settings.withThreshold(MatchThreshold.eValue(eValue));
    if (qValue != null) settings = settings.withThreshold(MatchThreshold.qValue(qValue));
    return settings;
  }

  private ColumnDistance distance() {
    for (ColumnDistance each : ColumnDistance.values()) {
      if (each.tomtomName().equals(distance)) return each;
    }
    throw usage("--distance takes ed or pearson, not '" + distance + "'.");
  }

  private String commandLine() {
    List<String> words = new ArrayList<>(List.of("motifworks"));
    words.addAll(specification.root().commandLine().getParseResult().originalArgs());
    return String.join(" ", words);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(specification.commandLine(), sentence);
  }

  private MotifDatabase targets() throws IOException {
    Optional<JasparDatabase> bundled = MotifSource.bundled(database);
    if (bundled.isEmpty()) {
      return MotifDatabase.of(database, firstOfEachId(database, read(database)));
    }
    return bundled.get() == JasparDatabase.jaspar2016()
        ? MotifDatabase.jaspar2016()
        : MotifDatabase.newestJaspar();
  }

  private MotifFile read(String word) throws IOException {
    MotifFile file = MotifSource.read(session, word, Optional.empty());
    leftOut |= !file.rejected().isEmpty();
    return file;
  }

  /** As Tomtom takes a file; E-values count the motifs that are left. */
  private List<Motif> firstOfEachId(String word, MotifFile file) {
    List<Motif> motifs = file.firstOfEachId();
    int others = file.motifs().size() - motifs.size();
    if (others > 0) {
      session.remark(
          "warning: left out: " + others + " of " + word + ", whose ids earlier motifs have");
    }
    return motifs;
  }

  private static RejectedMotif told(org.motifworks.core.motif.io.RejectedMotif motif) {
    return new RejectedMotif(motif.id(), motif.line(), motif.reason());
  }
}
