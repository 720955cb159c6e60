package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * A model's filters were turned into motifs and matched; its saliency was measured.
 *
 * @param subject the model's id
 * @param ref the interpretation's artifact
 * @param settingsDigest digest of the interpretation settings: together with the model it names the
 *     result
 * @param jasparMatchPercent filters with any JASPAR hit at E &lt;= 0.1, of all filters (code rule,
 *     sharpened clip)
 * @param relevantMatchPercent filters with a hit to one of the dataset's own factors; absent where
 *     the factors are not known
 * @param deadFilters filters that never fired on the test split
 * @param saliencyAuRoc how well saliency finds the embedded motifs; absent without a truth
 */
public record InterpretationReady(
    String subject,
    long version,
    ArtifactRef ref,
    String settingsDigest,
    double jasparMatchPercent,
    OptionalDouble relevantMatchPercent,
    int deadFilters,
    OptionalDouble saliencyAuRoc)
    implements Fact {
  public InterpretationReady {
    requireNonNull(subject, "subject");
    requireNonNull(ref, "ref");
    requireNonNull(settingsDigest, "settingsDigest");
    relevantMatchPercent =
        relevantMatchPercent == null ? OptionalDouble.empty() : relevantMatchPercent;
    saliencyAuRoc = saliencyAuRoc == null ? OptionalDouble.empty() : saliencyAuRoc;
  }
}
