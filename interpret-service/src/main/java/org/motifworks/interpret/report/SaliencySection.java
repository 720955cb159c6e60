package org.motifworks.interpret.report;

import java.util.List;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.page.Html;
import org.motifworks.interpret.saliency.SaliencyDrawing;

/** Sequences explained, with the truth behind them. */
final class SaliencySection {
  private static final int COLUMNS_A_LINE = 100;
  private static final double COLUMN = 20;

  private SaliencySection() {}

  static String html(ReportInput input) {
    SaliencyFinding saliency = input.interpretation().saliency();
    List<SaliencyExample> examples = saliency.examples();
    if (examples.isEmpty()) {
      return Report.section(
          "Saliency", "No test sequence has exactly one label, so there is none to draw.", "");
    }
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < examples.size(); i++) {
      SequenceLogo logo =
          SaliencyDrawing.of(input.saliency().get(i).contributions(), examples.get(i).placements());
      example(html, examples.get(i), logo, i);
    }
    return Report.section("Saliency", note(saliency), html.toString());
  }

  private static String note(SaliencyFinding saliency) {
    String note =
        "Which letters drive the score of a sequence&#8217;s class, by guided back-propagation."
            + " Shown are, class by class, the single-label test sequences the model is surest of.";
    if (saliency.auRoc().isEmpty()) return note;
    return note
        + " Shaded stretches are where motifs were embedded: the model never saw them. Over "
        + Html.count(saliency.sequences())
        + " sequences the saliency tells embedded positions from others with an AU-ROC of "
        + Html.number(saliency.auRoc().getAsDouble(), 3)
        + " &#177; "
        + Html.number(saliency.auRocSd().orElse(0), 3)
        + ".";
  }

  /** The drawing once, shown in lines of a legible number of letters. */
  private static void example(
      StringBuilder html, SaliencyExample example, SequenceLogo logo, int index) {
    html.append("<article class=\"saliency\"><h3>").append(Html.text(example.className()));
    html.append(" <small>").append(Html.text(example.id())).append(" &#183; probability ");
    html.append(Html.number(example.probability(), 3));
    example
        .auRoc()
        .ifPresent(auRoc -> html.append(" &#183; saliency AU-ROC ").append(Html.number(auRoc, 3)));
    html.append("</small></h3>\n");
    int length = example.sequence().length();
    for (int from = 0; from < length; from += COLUMNS_A_LINE) {
      String content =
          from == 0
              ? "<g id=\"saliency-" + index + "\">" + logo.toGroup() + "</g>"
              : "<use href=\"#saliency-" + index + "\"/>";
      int columns = Math.min(COLUMNS_A_LINE, length);
      String label = example.className() + " from position " + (from + 1);
      html.append(Html.drawing(label, from * COLUMN, columns * COLUMN, logo.height(), content));
    }
    html.append("</article>\n");
  }
}
