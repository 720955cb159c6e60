package org.motifworks.core.match;

import java.io.IOException;
import java.util.List;

/** Tomtom's tab-separated output: the header and a row for each match, numbers as {@code %g}. */
public final class TomtomTsv {
  /** The header row, without line end. */
  public static final String HEADER =
      "Query_ID\tTarget_ID\tOptimal_offset\tp-value\tE-value\tq-value\tOverlap"
          + "\tQuery_consensus\tTarget_consensus\tOrientation";

  private TomtomTsv() {}

  /** Writes the header and all rows, in order. */
  public static void write(List<QueryMatches> queries, Appendable out) throws IOException {
    out.append(HEADER).append('\n');
    for (QueryMatches query : queries) {
      for (MotifMatch match : query.matches()) out.append(row(match)).append('\n');
    }
  }

  /** One row, without line end. */
  public static String row(MotifMatch match) {
    return String.join(
        "\t",
        match.query().id(),
        match.target().id(),
        Integer.toString(match.offset()),
        GeneralFormat.format(match.pValue()),
        GeneralFormat.format(match.eValue()),
        GeneralFormat.format(match.qValue()),
        Integer.toString(match.overlap()),
        match.queryConsensus(),
        match.targetConsensus(),
        String.valueOf(match.strand().symbol()));
  }
}
