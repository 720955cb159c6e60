package org.motifworks.interpret.saliency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.logo.LogoHeights;
import org.motifworks.core.sequence.Nucleotide;

/** How one sequence is explained: which gradient is taken, and how it becomes letters. */
public enum ExplanationRule {
  /** Guided back-propagation, the paper's logo of it. */
  GUIDED(SaliencyRule.GUIDED, "bits"),
  /** The gradient itself, drawn likewise. */
  PLAIN(SaliencyRule.PLAIN, "bits"),
  /**
   * The gradient itself at the letters that are there (Shrikumar et al. 2016), signed: what each
   * adds to the logit, were the model linear.
   */
  GRADIENT_X_INPUT(SaliencyRule.PLAIN, "logit");

  private final SaliencyRule gradient;
  private final String unit;

  ExplanationRule(SaliencyRule gradient, String unit) {
    this.gradient = gradient;
    this.unit = unit;
  }

  /** The gradient it begins with. */
  public SaliencyRule gradient() {
    return gradient;
  }

  /** What the letters' heights are measured in. */
  public String unit() {
    return unit;
  }

  /** The name in JSON and on the command line: {@code gradient-x-input}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of that name. */
  public static Optional<ExplanationRule> of(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label().equals(label)).findFirst();
  }

  /** All names, for a sentence. */
  public static String labels() {
    return Arrays.stream(values()).map(ExplanationRule::label).collect(Collectors.joining(", "));
  }

  /**
   * Heights of the letters of a logo.
   *
   * @param gradient shape {@code [length][4]} (A C G T)
   * @return the same shape, in {@link #unit()}
   */
  public double[][] heights(double[][] gradient, byte[] tokens) {
    if (this != GRADIENT_X_INPUT) return LogoHeights.sharpenedSaliency(gradient);
    double[][] heights = new double[tokens.length][4];
    double[] values = atLetters(gradient, tokens);
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] != Nucleotide.N) heights[i][tokens[i]] = values[i];
    }
    return heights;
  }

  /** A gradient at the letters that are there, one a position; 0 where it is N. */
  public static double[] atLetters(double[][] gradient, byte[] tokens) {
    double[] values = new double[tokens.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tokens[i] == Nucleotide.N ? 0 : gradient[i][tokens[i]];
    }
    return values;
  }
}
