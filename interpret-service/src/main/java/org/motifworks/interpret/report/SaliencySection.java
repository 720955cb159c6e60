package org.motifworks.interpret.report;

import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.page.Html;
import org.motifworks.interpret.saliency.SaliencyDrawing;

/** Sequences explained, with the truth behind them. */
final class SaliencySection {
  private static final int COLUMNS_A_LINE = 100;
  private static final double COLUMN = 20;
  private static final int DRAWN = 48;

  private SaliencySection() {}

  static String html(ReportInput input) {
    SaliencyFinding saliency = input.interpretation().saliency();
    List<SaliencyExample> examples = saliency.examples();
    if (examples.isEmpty()) {
      return Report.section(
          "Saliency", "No test sequence has exactly one label, so there is none to draw.", "");
    }
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < Math.min(examples.size(), DRAWN); i++) example(html, input, i);
    return Report.section("Saliency", note(saliency), html.toString());
  }

  private static String note(SaliencyFinding saliency) {
    String note =
        "Which letters drive the score of a sequence&#8217;s class, by guided back-propagation."
            + " Shown are, class by class, the single-label test sequences the model is surest of.";
    if (saliency.plain().isPresent()) {
      note += " Below each the same by the plain gradient, which lets negative evidence through.";
    }
    if (saliency.examples().size() > DRAWN) {
      note += " The first " + DRAWN + " are drawn; saliency.json has all.";
    }
    if (saliency.auRoc().isEmpty()) return note;
    return note
        + " Shaded stretches are where motifs were embedded: the model never saw them. Over "
        + Html.count(saliency.sequences())
        + " sequences the saliency tells embedded positions from others with an AU-ROC of "
        + meanAndSd(saliency.auRoc(), saliency.auRocSd())
        + saliency
            .plain()
            .map(plain -> ", the plain gradient " + meanAndSd(plain.auRoc(), plain.auRocSd()))
            .orElse("")
        + ".";
  }

  private static String meanAndSd(OptionalDouble mean, OptionalDouble deviation) {
    return Html.number(mean.orElse(0), 3) + " &#177; " + Html.number(deviation.orElse(0), 3);
  }

  private static void example(StringBuilder html, ReportInput input, int index) {
    SaliencyExample example = input.interpretation().saliency().examples().get(index);
    html.append("<article class=\"saliency\"><h3>").append(Html.text(example.className()));
    html.append(" <small>").append(Html.text(example.id())).append(" &#183; probability ");
    html.append(Html.number(example.probability(), 3));
    for (SaliencyRule rule : SaliencyRule.values()) {
      auRoc(example, rule)
          .ifPresent(
              auRoc ->
                  html.append(" &#183; ")
                      .append(rule.label())
                      .append(" AU-ROC ")
                      .append(Html.number(auRoc, 3)));
    }
    html.append("</small></h3>\n");
    for (SaliencyRule rule : SaliencyRule.values()) {
      List<SaliencyMap> maps = input.saliency().get(rule);
      if (maps == null) continue;
      SequenceLogo logo = SaliencyDrawing.of(maps.get(index).contributions(), example.placements());
      drawing(html, example, logo, rule.label() + "-" + index);
    }
    html.append("</article>\n");
  }

  private static OptionalDouble auRoc(SaliencyExample example, SaliencyRule rule) {
    return rule == SaliencyRule.GUIDED ? example.auRoc() : example.plainAuRoc();
  }

  /** The drawing once, shown in lines of a legible number of letters. */
  private static void drawing(
      StringBuilder html, SaliencyExample example, SequenceLogo logo, String id) {
    int length = example.sequence().length();
    for (int from = 0; from < length; from += COLUMNS_A_LINE) {
      String content =
          from == 0
              ? "<g id=\"saliency-" + id + "\">" + logo.toGroup() + "</g>"
              : "<use href=\"#saliency-" + id + "\"/>";
      int columns = Math.min(COLUMNS_A_LINE, length);
      String label = example.className() + " from position " + (from + 1);
      html.append(Html.drawing(label, from * COLUMN, columns * COLUMN, logo.height(), content));
    }
  }
}
