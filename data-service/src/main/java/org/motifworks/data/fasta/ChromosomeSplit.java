package org.motifworks.data.fasta;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.data.source.SplitRule;

/** Splits by the chromosome in the id, and remembers which chromosomes there were. */
final class ChromosomeSplit implements SplitAssignment {

  private static final int MOST_NAMED = 40;

  private final Map<String, Split> heldOut;
  private final Set<String> seen = new TreeSet<>();

  ChromosomeSplit(SplitRule.ByChromosome rule) {
    this.heldOut =
        Stream.concat(
                rule.validation().stream().map(name -> Map.entry(name, Split.VALIDATION)),
                rule.test().stream().map(name -> Map.entry(name, Split.TEST)))
            .collect(
                Collectors.toMap(
                    entry -> Chromosome.plainName(entry.getKey()),
                    Map.Entry::getValue,
                    (a, b) -> a));
  }

  @Override
  public Split of(ContentKey key, String id) throws RecordProblem {
    String chromosome =
        Locus.inId(id)
            .map(Locus::chromosome)
            .orElseThrow(
                () ->
                    new RecordProblem(
                        "split.no-chromosome",
                        "The id '" + id + "' names no chromosome.",
                        "Use ids such as chr8:1200-1400, or split by seed."));
    seen.add(chromosome);
    return heldOut.getOrDefault(chromosome, Split.TRAIN);
  }

  /**
   * To be asked once all sequences were seen.
   *
   * @throws SourceProblem {@code split.unknown-chromosome} when one to be held out never came
   */
  void checkAllWereSeen() {
    Set<String> missing = new TreeSet<>(heldOut.keySet());
    missing.removeAll(seen);
    if (missing.isEmpty()) return;
    String there = seen.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    throw new SourceProblem(
        "split.unknown-chromosome",
        "No sequence lies on chromosome "
            + String.join(", ", missing)
            + "; there are "
            + there
            + (seen.size() > MOST_NAMED ? " and more." : "."),
        "Name chromosomes that occur in the ids.");
  }
}
