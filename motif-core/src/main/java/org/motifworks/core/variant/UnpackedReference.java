package org.motifworks.core.variant;

import java.io.IOException;
import java.util.OptionalInt;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DnaAlphabet;

/** An unpacked genome as a {@link Reference}. Ambiguity codes are N in it. */
public final class UnpackedReference implements Reference {

  private final Genome genome;

  /**
   * @param genome closed by its owner
   */
  public UnpackedReference(Genome genome) {
    this.genome = genome;
  }

  @Override
  public String read(String chromosome, long start, int length) throws IOException, VariantProblem {
    OptionalInt index = genome.indexOf(chromosome);
    if (index.isEmpty()) throw VariantProblem.noChromosome(chromosome);
    long from = Math.max(0, start);
    long to = Math.min(genome.chromosomes().get(index.getAsInt()).length(), start + length);
    if (from >= to) return "N".repeat(length);
    byte[] tokens = new byte[(int) (to - from)];
    genome.read(index.getAsInt(), (int) from, tokens);
    return "N".repeat((int) (from - start))
        + DnaAlphabet.format(tokens)
        + "N".repeat((int) (start + length - to));
  }
}
