package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What the filters of the first layer will learn, as Koo and Eddy 2019 explain it: a deeper layer
 * can put motifs together from parts only where it knows how the parts lie to each other, and a
 * large max-pool hides that. What counts is therefore the {@link LayerShape#spatialUncertainty()
 * spatial uncertainty} that reaches the first layer able to join neighbouring matches. It is not
 * always the second: a convolution of size 1 joins nothing (the paper's cnn-2-1).
 *
 * <p>The limits are those the paper's Table 1 shows: pools up to 4 gave parts, from 10 on whole
 * motifs, filters of 3 nt nothing whole.
 *
 * @param firstLayerMotifs whole motifs, parts, or either
 * @param spatialUncertainty nt, of what reaches {@code joinedBy}
 * @param joinedBy the first layer after {@code conv1} that sees several positions at once
 * @param reason the same in a sentence
 */
public record MotifOutlook(
    Kind firstLayerMotifs, int spatialUncertainty, String joinedBy, String reason) {

  /** Pools of this size and below let deeper layers assemble parts. */
  static final int PRECISE = 4;

  /** Pools of this size and above do not. */
  static final int VAGUE = 10;

  /** Width of the shortest of the paper's motifs (ARID3A); a shorter filter holds none. */
  static final int SHORTEST_MOTIF = 6;

  /** What a filter of the first layer stands for. */
  public enum Kind {
    /** A motif. */
    WHOLE,
    /** A piece that deeper layers assemble. */
    PARTS,
    /** The paper tried nothing between. */
    EITHER;

    /** The name used in JSON: lower case. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MotifOutlook of(Architecture architecture, List<LayerShape> layers) {
    Junction junction = Junction.of(architecture, layers);
    ConvolutionBlock first = architecture.convolutions().get(0);
    boolean tooShort = first.size() < SHORTEST_MOTIF;
    Kind kind = tooShort ? Kind.PARTS : kind(first.activation(), junction.uncertainty);
    String reason = learned(kind) + ": " + because(first, tooShort, junction);
    return new MotifOutlook(kind, junction.uncertainty, junction.layer, reason);
  }

  private static Kind kind(Activation activation, int uncertainty) {
    if (activation == Activation.EXPONENTIAL || uncertainty >= VAGUE) {
      return Kind.WHOLE;
    }
    return uncertainty <= PRECISE ? Kind.PARTS : Kind.EITHER;
  }

  private static String learned(Kind kind) {
    return switch (kind) {
      case WHOLE -> "Filters of layer 1 will learn whole motifs";
      case PARTS -> "Filters of layer 1 will learn parts of motifs";
      case EITHER -> "Filters of layer 1 may learn whole motifs or parts";
    };
  }

  private static String because(ConvolutionBlock first, boolean tooShort, Junction junction) {
    String next =
        junction.layer + " knows the place of a match to within " + junction.uncertainty + " nt";
    if (tooShort) {
      String filters = first.size() + " nt hold no motif, and ";
      return junction.uncertainty < VAGUE
          ? filters + next + ", close enough to assemble them."
          : filters + next + " only, too vague to assemble them; expect poor classification.";
    }
    if (first.activation() == Activation.EXPONENTIAL) {
      return "its exponential activation passes on little but full matches, at any pooling"
          + " (Koo and Ploenzke 2021).";
    }
    if (junction.uncertainty >= VAGUE) {
      return junction.layer
          + ", the first layer that could join matches, knows their place to within "
          + junction.uncertainty
          + " nt only, too vague to assemble parts.";
    }
    return junction.uncertainty <= PRECISE
        ? next + ", close enough to assemble parts."
        : next + "; the paper saw parts up to 4 nt, whole motifs from 10 nt on.";
  }

  /** Where matches of the first layer first meet, and how well their places are known there. */
  private static final class Junction {

    private final String layer;
    private final int uncertainty;

    private Junction(String layer, int uncertainty) {
      this.layer = layer;
      this.uncertainty = uncertainty;
    }

    static Junction of(Architecture architecture, List<LayerShape> layers) {
      LayerShape before = layers.get(0);
      for (LayerShape row : layers.subList(1, layers.size())) {
        if (row.layer().startsWith("conv") && before.length() > 1) {
          int block = Integer.parseInt(row.layer().substring("conv".length())) - 1;
          if (architecture.convolutions().get(block).size() > 1) {
            return new Junction(row.layer(), before.spatialUncertainty());
          }
        }
        if (row.spacing() == 0) { // dense: the first layer that sees every position
          return new Junction(
              row.layer(),
              before.length() == 1 ? row.spatialUncertainty() : before.spatialUncertainty());
        }
        before = row;
      }
      throw new IllegalStateException("an architecture ends in a dense layer");
    }
  }
}
