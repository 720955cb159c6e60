package org.motifworks.interpret.interpretation;

import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.SaliencyRule;

/** Names of the files of an interpretation folder. */
public final class InterpretationFiles {
  /** {@link org.motifworks.contracts.interpretation.Interpretation}. */
  public static final String INTERPRETATION = "interpretation.json";

  /**
   * A list of {@link org.motifworks.contracts.interpretation.SaliencyMap}, the examples, guided.
   */
  public static final String SALIENCY = "saliency.json";

  /** The same examples by the plain gradient; absent where the model has no graph of it. */
  public static final String SALIENCY_PLAIN = "saliency-plain.json";

  /** The page to show. */
  public static final String REPORT = "report.html";

  private InterpretationFiles() {}

  /** Examples by a rule. */
  public static String saliency(SaliencyRule rule) {
    return rule == SaliencyRule.GUIDED ? SALIENCY : SALIENCY_PLAIN;
  }

  /** Motifs of a layer, 1-based, by the primary rule and clip. */
  public static String meme(int layer) {
    return folder(layer) + "filters.meme";
  }

  /** Their matches, as Tomtom writes them. */
  public static String matches(int layer) {
    return folder(layer) + "matches.tsv";
  }

  /** Logo of a filter. */
  public static String filterLogo(int layer, int filter) {
    return folder(layer) + "logos/filter-" + filter + ".svg";
  }

  /** Motifs of a layer by a rule and clip. */
  public static String meme(int layer, FilterRule rule, ClipRule clip) {
    return folder(layer) + "motifs/" + rule.label() + "-" + clip.label() + ".meme";
  }

  /** Matches of a layer by a rule and clip. */
  public static String matches(int layer, FilterRule rule, ClipRule clip) {
    return folder(layer) + "motifs/" + rule.label() + "-" + clip.label() + ".tsv";
  }

  private static String folder(int layer) {
    return layer == 1 ? "" : "layer-" + layer + "/";
  }
}
