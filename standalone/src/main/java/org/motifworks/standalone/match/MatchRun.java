package org.motifworks.standalone.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.motifworks.contracts.matching.MatchingResult.RejectedMotif;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;

/**
 * One matching of motifs against a database.
 *
 * @param rejected motifs of the query file that could not be read
 * @param commandLine as it was given, for the reader of the result
 */
public record MatchRun(
    List<Motif> queries,
    List<RejectedMotif> rejected,
    MotifDatabase database,
    MatchSettings settings,
    String commandLine) {

  /** How the matches are written. */
  public enum Format {
    TSV,
    JSON,
    HTML
  }

  /** Nobody asks the command line about the factors of a dataset. */
  static final RelevantFactors NO_FACTORS = RelevantFactors.of(List.of(), List.of());

  /**
   * Matches all queries and writes each as soon as it and those before it are done.
   *
   * @param text flushed after every query, not closed
   */
  public MatchCounts write(Format format, Writer text) throws IOException {
    MatchOutput output = output(format, text);
    MatchCounts.Tally tally = new MatchCounts.Tally(NO_FACTORS);
    try {
      new MotifMatcher(database, settings)
          .match(
              queries,
              query -> {
                tally.add(query);
                add(query, output, text);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    output.end(tally.counts());
    text.flush();
    return tally.counts();
  }

  private static void add(QueryMatches query, MatchOutput output, Writer text) {
    try {
      output.add(query);
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MatchOutput output(Format format, Writer text) throws IOException {
    return switch (format) {
      case TSV -> new TsvOutput(this, text);
      case JSON -> new JsonOutput(this, text);
      case HTML -> new HtmlOutput(this, text);
    };
  }
}
