package org.motifworks.standalone.match;

import java.io.IOException;
import java.io.Writer;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.page.MatchPage;
import org.motifworks.core.page.MatchSubject;

/** The page. */
final class HtmlOutput implements MatchOutput {

  private final MatchPage page;

  HtmlOutput(MatchRun run, Writer out) throws IOException {
    page =
        new MatchPage(
            new MatchSubject(
                run.queries(),
                run.rejected().stream().map(SettingsText::sentence).toList(),
                run.database(),
                run.settings(),
                run.commandLine()),
            out);
  }

  @Override
  public void add(QueryMatches query) throws IOException {
    page.add(query);
  }

  @Override
  public void end(MatchCounts counts) throws IOException {
    page.end(counts);
  }
}
