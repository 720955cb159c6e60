package org.motifworks.interpret.explanation;

import java.util.List;
import java.util.Locale;
import org.motifworks.core.logo.Drawing;
import org.motifworks.core.logo.DrawingSheet;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.mutagenesis.Mutagenesis;
import org.motifworks.interpret.mutagenesis.SubstitutionMap;
import org.motifworks.interpret.number.Rounded;

/** A part explained by every single substitution of its letters. */
public final class PartMutagenesis implements Explanation {
  private final Subject subject;
  private final Part part;
  private final Mutagenesis found;

  private PartMutagenesis(Subject subject, Part part, Mutagenesis found) {
    this.subject = subject;
    this.part = part;
    this.found = found;
  }

  /** Scores every substitution of a part. */
  public static PartMutagenesis of(InferenceSession session, Subject subject, Part part) {
    int to = part.padding() + part.length();
    Mutagenesis found =
        Mutagenesis.of(session, part.window(), part.padding(), to, subject.classIndex());
    return new PartMutagenesis(subject, part, found);
  }

  /**
   * The answer.
   *
   * @param id of the model, as {@code model}
   * @param reference what the model was asked for by
   * @param sequence letters A C G T N of the part
   * @param start of the part in the sequence as it was sent, 0-based
   * @param end half-open
   * @param logit of the window as it is
   * @param effects logit with another letter at a position minus that, shape {@code [length][4]} (A
   *     C G T); 0 for the letter that is there
   * @param svg effects as a map in one line: gains red, losses blue, the sequence below
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
      List<List<Double>> effects,
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
        Rounded.rows(found.effects(), 5),
        new DrawingSheet(heading()).drawing(map()).toSvg());
  }

  @Override
  public String method() {
    return "in-silico mutagenesis";
  }

  @Override
  public double[] values() {
    return found.importance(part.tokens());
  }

  @Override
  public String heading() {
    String how =
        String.format(Locale.ROOT, "%s, full colour is %.2f in logit", method(), map().strongest());
    return subject.heading(part, how, String.format(Locale.ROOT, "%.3f", found.probability()));
  }

  @Override
  public List<? extends Drawing> lines(int positions) {
    return map().lines(positions);
  }

  private SubstitutionMap map() {
    return SubstitutionMap.of(found.effects(), part.tokens(), subject.position(part));
  }
}
