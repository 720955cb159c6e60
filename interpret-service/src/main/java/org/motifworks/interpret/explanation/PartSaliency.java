package org.motifworks.interpret.explanation;

import java.util.List;
import java.util.Locale;
import org.motifworks.core.logo.Drawing;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.number.Rounded;
import org.motifworks.interpret.saliency.ClassGradient;
import org.motifworks.interpret.saliency.ExplanationRule;

/** A part explained by a gradient. */
public final class PartSaliency implements Explanation {
  private final Subject subject;
  private final Part part;
  private final ExplanationRule rule;
  private final ClassGradient.Explained found;
  private final double[][] gradient;
  private final double[][] heights;

  private PartSaliency(
      Subject subject, Part part, ExplanationRule rule, ClassGradient.Explained found) {
    this.subject = subject;
    this.part = part;
    this.rule = rule;
    this.found = found;
    this.gradient = part.own(found.gradient());
    this.heights = rule.heights(gradient, part.tokens());
  }

  /** Explains a part by a rule whose gradient the model has. */
  public static PartSaliency of(
      InferenceSession session, Subject subject, Part part, ExplanationRule rule) {
    ClassGradient.Explained found =
        new ClassGradient(session, rule.gradient()).explain(part.window(), subject.classIndex());
    return new PartSaliency(subject, part, rule, found);
  }

  /**
   * The answer.
   *
   * @param id of the model, as {@code model}
   * @param reference what the model was asked for by
   * @param sequence letters A C G T N of the part
   * @param start of the part in the sequence as it was sent, 0-based
   * @param end half-open
   * @param logit of the window
   * @param gradient of the class's logit, shape {@code [length][4]} (A C G T)
   * @param contributions heights of the logo, same shape
   * @param unit of these: {@code bits} or {@code logit}
   * @param svg the logo in one line
   */
  public record Told(
      String id,
      String model,
      String reference,
      String className,
      String sequence,
      int start,
      int end,
      double logit,
      double probability,
      String rule,
      List<List<Double>> gradient,
      List<List<Double>> contributions,
      String unit,
      String svg) {}

  @Override
  public Part part() {
    return part;
  }

  @Override
  public Told told() {
    return new Told(
        subject.model(),
        subject.model(),
        subject.reference(),
        subject.className(),
        DnaAlphabet.format(part.tokens()),
        part.start(),
        part.end(),
        Rounded.to(found.logit(), 4),
        Rounded.to(found.probability(), 6),
        rule.label(),
        Rounded.rows(gradient, 5),
        Rounded.rows(heights, rule == ExplanationRule.GRADIENT_X_INPUT ? 5 : 4),
        rule.unit(),
        logo().titled(heading()).toSvg());
  }

  @Override
  public String method() {
    return rule == ExplanationRule.GRADIENT_X_INPUT
        ? "gradient x input"
        : rule.label() + " gradient x input";
  }

  @Override
  public double[] values() {
    return ExplanationRule.atLetters(gradient, part.tokens());
  }

  @Override
  public String heading() {
    String how = rule == ExplanationRule.GRADIENT_X_INPUT ? method() : rule.label() + " gradient";
    return subject.heading(part, how, String.format(Locale.ROOT, "%.3f", found.probability()));
  }

  @Override
  public List<? extends Drawing> lines(int positions) {
    return logo().lines(positions);
  }

  private SequenceLogo logo() {
    return SequenceLogo.ofContributions(heights)
        .measuredIn(rule.unit())
        .withAxis()
        .withPositions(subject.position(part));
  }
}
