package org.motifworks.core.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MotifGroup;
import org.motifworks.core.match.MotifGroups;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.motif.Motif;

/**
 * Matches as a page: each query drawn above what it matches, sortable and searchable.
 *
 * <p>Written query by query, so that it can be longer than memory; what is only known at the end is
 * written there and put on top by the style. A browser is not so patient: of many queries only the
 * best matches are drawn, {@link #matchesDrawn} of each.
 */
public final class MatchPage {
  private static final int ROWS = 2000;
  private static final int MOST_OF_A_QUERY = 10;

  private final MatchSubject subject;
  private final Appendable out;
  private final int matchesDrawn;
  private final List<MotifGroup> groups;
  private final Map<Motif, MotifGroup> groupOf = new HashMap<>();
  private final List<Motif> unmatched = new ArrayList<>();
  private int whole;
  private int notDrawn;

  /** Writes the beginning of the page. */
  public MatchPage(MatchSubject subject, Appendable out) throws IOException {
    this.subject = subject;
    this.out = out;
    matchesDrawn = matchesDrawn(subject.queries().size());
    groups = MotifGroups.of(subject.queries());
    for (MotifGroup group : groups) {
      for (MotifGroup.Member member : group.members()) groupOf.put(member.motif(), group);
    }
    String title = MatchSummary.title(subject);
    out.append(
        Page.open(title + " &#183; Motifworks", Page.resource(MatchPage.class, "matches.css")));
    out.append(MatchSummary.header(subject, title));
    out.append(MatchRow.tableHead());
  }

  /** How many matches of each query are drawn when there are so many queries. */
  public static int matchesDrawn(int queries) {
    return Math.max(1, Math.min(MOST_OF_A_QUERY, ROWS / Math.max(1, queries)));
  }

  /** Writes one query. */
  public void add(QueryMatches query) throws IOException {
    if (query.matches().isEmpty()) {
      unmatched.add(query.query());
      return;
    }
    int drawn = Math.min(matchesDrawn, query.matches().size());
    notDrawn += query.matches().size() - drawn;
    for (int rank = 0; rank < drawn; rank++) {
      Coverage coverage = Coverage.of(query.matches().get(rank));
      if (rank == 0 && !coverage.partial()) whole++;
      out.append(MatchRow.html(query, rank, coverage, groupOf.get(query.query())));
    }
  }

  /** Writes the rest of the page. */
  public void end(MatchCounts counts) throws IOException {
    out.append(MatchRow.tableEnd(counts.withMatch() > 0, matchesDrawn, notDrawn));
    out.append(MatchSummary.figures(subject, counts, whole, groups));
    out.append(OtherMotifs.groups(groups));
    out.append(OtherMotifs.unmatched(unmatched));
    out.append(OtherMotifs.leftOut(subject.leftOut()));
    out.append(MatchSummary.reading(subject));
    out.append(Page.close(Page.resource(MatchPage.class, "matches.js")));
  }
}
