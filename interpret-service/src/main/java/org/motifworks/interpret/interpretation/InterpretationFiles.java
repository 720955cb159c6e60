package org.motifworks.interpret.interpretation;

import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;

/** Names of the files of an interpretation folder. */
public final class InterpretationFiles {
  /** {@link org.motifworks.contracts.interpretation.Interpretation}. */
  public static final String INTERPRETATION = "interpretation.json";

  /** Motifs by the primary rule and clip. */
  public static final String FILTERS_MEME = "filters.meme";

  /** Their matches, as Tomtom writes them. */
  public static final String MATCHES_TSV = "matches.tsv";

  /** A list of {@link org.motifworks.contracts.interpretation.SaliencyMap}, the examples. */
  public static final String SALIENCY = "saliency.json";

  /** The page to show. */
  public static final String REPORT = "report.html";

  private InterpretationFiles() {}

  /** Logo of a filter. */
  public static String filterLogo(int filter) {
    return "logos/filter-" + filter + ".svg";
  }

  /** Logo of an example. */
  public static String saliencyLogo(int example) {
    return "saliency/" + example + ".svg";
  }

  /** Motifs by a rule and clip. */
  public static String meme(FilterRule rule, ClipRule clip) {
    return "motifs/" + rule.label() + "-" + clip.label() + ".meme";
  }

  /** Matches by a rule and clip. */
  public static String matches(FilterRule rule, ClipRule clip) {
    return "motifs/" + rule.label() + "-" + clip.label() + ".tsv";
  }
}
