package org.motifworks.data.fasta;

import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.data.source.SplitFractions;
import org.motifworks.data.source.SplitRule;

/** Decides which split a sequence goes to, from itself alone. */
interface SplitAssignment {

  /**
   * The split of one sequence.
   *
   * @throws RecordProblem when this cannot be told
   */
  Split of(ContentKey key, String id) throws RecordProblem;

  static SplitAssignment of(SplitRule rule) {
    if (rule instanceof SplitRule.BySeed bySeed) {
      return (key, id) -> byHash(bySeed.fractions(), hash(bySeed.seed(), key));
    }
    return new ChromosomeSplit((SplitRule.ByChromosome) rule);
  }

  private static Split byHash(SplitFractions fractions, long hash) {
    double at = (hash >>> 11) * 0x1p-53; // uniform in [0, 1)
    if (at < fractions.train()) return Split.TRAIN;
    return at < fractions.train() + fractions.validation() ? Split.VALIDATION : Split.TEST;
  }

  /** Steele et al. 2014, SplitMix64, over the seed and both halves of the key. */
  static long hash(long seed, ContentKey key) {
    return mix(mix(mix(seed + 0x9e3779b97f4a7c15L) ^ key.high()) ^ key.low());
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
