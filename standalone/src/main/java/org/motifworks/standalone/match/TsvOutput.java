package org.motifworks.standalone.match;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.TomtomTsv;
import org.motifworks.core.motif.Background;

/** Tomtom's table, and below it comments that say how it was made. */
final class TsvOutput implements MatchOutput {

  private final MatchRun run;
  private final Writer out;

  TsvOutput(MatchRun run, Writer out) throws IOException {
    this.run = run;
    this.out = out;
    out.append(TomtomTsv.HEADER).append('\n');
  }

  @Override
  public void add(QueryMatches query) throws IOException {
    for (MotifMatch match : query.matches()) out.append(TomtomTsv.row(match)).append('\n');
  }

  @Override
  public void end(MatchCounts counts) throws IOException {
    out.append('\n');
    for (String line : comments(counts)) {
      out.append("# ").append(line.replaceAll("\\R", " ")).append('\n');
    }
  }

  private List<String> comments(MatchCounts counts) {
    return List.of(
        "Motifworks match: columns and figures as of Tomtom (Motif Comparison Tool) 5.4.1.",
        "The format of this file is described at"
            + " https://meme-suite.org/meme/doc/tomtom-output-format.html.",
        run.commandLine(),
        settings(),
        counts.withMatch()
            + " of "
            + counts.motifs()
            + " motifs match "
            + run.database().name()
            + " ("
            + run.database().motifs().size()
            + " motifs); "
            + run.rejected().size()
            + " left out.");
  }

  private String settings() {
    MatchSettings settings = run.settings();
    Background b = settings.background();
    return String.format(
        Locale.ROOT,
        "distance %s, %s, %s scores, min-overlap %d, %s, motif-pseudo %s, background %s %s %s %s",
        settings.distance().tomtomName(),
        SettingsText.threshold(settings.threshold()),
        settings.completeScores() ? "complete" : "incomplete",
        settings.minOverlap(),
        settings.reverseComplements() ? "both strands" : "given strand only",
        SettingsText.number(settings.pseudoCount()),
        b.a(),
        b.c(),
        b.g(),
        b.t());
  }
}
