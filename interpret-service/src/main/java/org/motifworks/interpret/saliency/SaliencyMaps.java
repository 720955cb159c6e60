package org.motifworks.interpret.saliency;

import static org.motifworks.contracts.interpretation.SaliencyRule.GUIDED;
import static org.motifworks.contracts.interpretation.SaliencyRule.PLAIN;

import java.util.Optional;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyExample.EmbeddedMotif;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.core.dataset.Placement;
import org.motifworks.core.logo.LogoHeights;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.number.Rounded;

/** Gradients and explained sequences as they are written down. */
final class SaliencyMaps {
  private SaliencyMaps() {}

  /** The map of one explained sequence. */
  static SaliencyMap of(
      String id, String className, String sequence, ClassGradient.Explained explained) {
    return new SaliencyMap(
        id,
        className,
        sequence,
        Rounded.to(explained.logit(), 4),
        Rounded.to(explained.probability(), 6),
        Optional.of(explained.rule()),
        Rounded.rows(explained.gradient(), 5),
        Rounded.rows(LogoHeights.sharpenedSaliency(explained.gradient()), 4));
  }

  /** An example without its numbers, the {@code index}-th of the interpretation. */
  static SaliencyExample example(
      ExplainedSequence sequence, String id, String className, int index) {
    return new SaliencyExample(
        sequence.row(),
        id,
        className,
        Rounded.to(sequence.logit(), 4),
        Rounded.to(sequence.probability(), 6),
        DnaAlphabet.format(sequence.tokens()),
        Rounded.to(sequence.auRoc(GUIDED), 4),
        Rounded.to(sequence.auRoc(PLAIN), 4),
        sequence.placements().stream().map(SaliencyMaps::embedded).toList(),
        SaliencyDrawing.path(index, GUIDED),
        sequence.views().containsKey(PLAIN)
            ? Optional.of(SaliencyDrawing.path(index, PLAIN))
            : Optional.empty());
  }

  private static EmbeddedMotif embedded(Placement placement) {
    return new EmbeddedMotif(
        placement.factor(),
        placement.motif(),
        String.valueOf(placement.strand().symbol()),
        placement.start(),
        placement.end());
  }
}
