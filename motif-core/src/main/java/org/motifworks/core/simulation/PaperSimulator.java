package org.motifworks.core.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.motifworks.core.dataset.PlacedMotif;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.motif.Strand;

/**
 * Makes the sequences of Koo and Eddy 2019 ("Synthetic data"), each from (seed, index) alone.
 *
 * <p>One to five motifs (P = .5, .25, .17, .05, .03), drawn with replacement from twelve and their
 * reverse complements, apart by random spacers, on a background of 0.25 each; one sequence sampled
 * from each such model. Safe for many threads.
 */
public final class PaperSimulator {

  /** P(at most 1, 2, ... motifs). */
  private static final double[] MOTIF_COUNTS = {.5, .75, .92, .97, 1};

  private final SimulationSettings settings;
  private final List<TranscriptionFactor> factors = PaperFactors.all();
  private final NucleotideSampler[] samplers;

  public PaperSimulator(SimulationSettings settings) {
    this.settings = settings;
    Strand[] strands = Strand.values();
    this.samplers = new NucleotideSampler[factors.size() * strands.length];
    for (int i = 0; i < samplers.length; i++) {
      samplers[i] = new NucleotideSampler(factor(i).motif().matrix().onStrand(strand(i)));
    }
  }

  public SimulationSettings settings() {
    return settings;
  }

  /** The split of every sequence, by index. */
  public Split[] splits() {
    return settings.splits().assign(settings.sequences(), RecordSeed.ofSplit(settings.seed()));
  }

  /** The sequence {@code index} (0-based); the same whenever and wherever it is asked for. */
  public SimulatedSequence sequence(int index) {
    SplittableRandom random = new SplittableRandom(RecordSeed.of(settings.seed(), index));
    int[] motifs = drawFittingMotifs(random);
    int background = settings.length() - width(motifs);
    int[] spacers =
        Spacers.draw(random, motifs.length + 1, background, settings.spacers().minimum());

    byte[] tokens = new byte[settings.length()];
    byte[] labels = new byte[factors.size()];
    List<PlacedMotif> placed = new ArrayList<>(motifs.length);
    int at = sampleBackground(random, tokens, 0, spacers[0]);
    for (int i = 0; i < motifs.length; i++) {
      NucleotideSampler sampler = samplers[motifs[i]];
      sampler.sample(random, tokens, at);
      placed.add(placed(motifs[i], at, at + sampler.width()));
      labels[motifs[i] / 2] = 1;
      at = sampleBackground(random, tokens, at + sampler.width(), spacers[i + 1]);
    }
    return new SimulatedSequence(id(index), tokens, labels, placed);
  }

  private int[] drawFittingMotifs(RandomGenerator random) {
    while (true) {
      int[] motifs = drawMotifs(random);
      int shortestSpacers = (motifs.length + 1) * settings.spacers().minimum();
      if (width(motifs) + shortestSpacers <= settings.length()) return motifs;
    }
  }

  private int[] drawMotifs(RandomGenerator random) {
    double drawn = random.nextDouble();
    int count = 1;
    while (drawn >= MOTIF_COUNTS[count - 1]) count++;
    int[] motifs = new int[count];
    Arrays.setAll(motifs, i -> (int) (random.nextDouble() * samplers.length));
    return motifs;
  }

  /** Draws what {@code (byte) (random.nextDouble() * 4)} draws: a double has the highest bits. */
  private static int sampleBackground(
      SplittableRandom random, byte[] tokens, int from, int length) {
    for (int i = from; i < from + length; i++) tokens[i] = (byte) (random.nextLong() >>> 62);
    return from + length;
  }

  private int width(int[] motifs) {
    int width = 0;
    for (int motif : motifs) width += samplers[motif].width();
    return width;
  }

  // The pool of 24: each factor forward, then reverse.
  private TranscriptionFactor factor(int pooled) {
    return factors.get(pooled / 2);
  }

  private static Strand strand(int pooled) {
    return pooled % 2 == 0 ? Strand.FORWARD : Strand.REVERSE;
  }

  private PlacedMotif placed(int pooled, int start, int end) {
    TranscriptionFactor factor = factor(pooled);
    return new PlacedMotif(factor.name(), factor.motif().id(), strand(pooled), start, end);
  }

  /** Counts from 1, six digits or more; String.format would be most of the run time. */
  private static String id(int index) {
    String number = Integer.toString(index + 1);
    return "sim-" + "0".repeat(Math.max(0, 6 - number.length())) + number;
  }
}
