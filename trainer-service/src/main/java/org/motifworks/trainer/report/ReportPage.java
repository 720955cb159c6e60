package org.motifworks.trainer.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.motifworks.core.page.Html;
import org.motifworks.core.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.experiment.ExperimentState;
import org.motifworks.trainer.experiment.ResultRow;

/**
 * The whole page: no script, nothing to be fetched. Written section by section, a figure drawn when
 * its turn comes, so that only one is held.
 */
@ApplicationScoped
class ReportPage {

  /** Architectures whose filters are drawn in the page; the others' figures have addresses. */
  static final int MOST_GALLERIES = 24;

  private static final String STYLE = Page.resource(ReportPage.class, "report.css") + Figure.STYLE;

  private final Figures figures;

  ReportPage(Figures figures) {
    this.figures = figures;
  }

  void write(ReportInput input, Appendable out) throws IOException {
    out.append(Page.open(Html.text(input.experiment().name()) + " &#183; Motifworks", STYLE));
    out.append(header(input));
    if (!input.results().complete()) out.append(unfinished(input));
    out.append(AskedSection.html(input));
    if (!input.results().rows().isEmpty()) {
      out.append(ResultSection.html(input));
      figure(
          out,
          input,
          Figures.MATCH_SHARE,
          "Whole motifs or parts",
          "The paper&#8217;s principle: first-layer filters learn whole motifs where the first pooling"
              + " leaves too little for deeper layers to put parts together, and parts of motifs"
              + " elsewhere. A pool of stride smaller than its size stands at its size.");
      out.append(TestSection.html(input));
      out.append(FactorSection.html(input));
      galleries(out, input);
      figure(
          out,
          input,
          Figures.LEARNING_CURVES,
          "Training",
          "Binary cross-entropy, mean over classes; every finished trial. The weights kept are those"
              + " of the lowest validation loss.");
      curves(out, input);
      saliency(out, input);
    }
    out.append(ProvenanceSection.html(input));
    out.append(Page.close(""));
  }

  private static String header(ReportInput input) {
    int trials = input.experiment().trials();
    return "<header>\n<p class=\"brand\">Motifworks &#183; experiment</p>\n<h1>"
        + Html.text(input.experiment().name())
        + "</h1>\n<p class=\"lead\">"
        + plural(input.architectures().size(), "architecture")
        + ", "
        + plural(trials, "trial")
        + (input.architectures().size() > 1 ? " each, on " : ", on ")
        + Html.text(input.dataset().name())
        + ": "
        + Html.count(input.dataset().sequences())
        + " sequences of "
        + input.dataset().window()
        + "&#8239;nt, "
        + (input.dataset().classes().size() == 1
            ? "1 class."
            : input.dataset().classes().size() + " classes.")
        + "</p>\n</header>\n";
  }

  private static String unfinished(ReportInput input) {
    long interpreted = input.trained().stream().filter(TrainedTrial::interpreted).count();
    ExperimentState state = input.experiment().state();
    boolean ended = state == ExperimentState.FAILED || state == ExperimentState.CANCELLED;
    return "<p class=\"unfinished\" role=\"note\"><b>Not all trials are in.</b> "
        + input.trained().size()
        + " of "
        + plural(input.experiment().counts().total(), "run")
        + " ended in a model, "
        + interpreted
        + " of them with interpreted filters. All that follows is of these. "
        + (ended
            ? "The experiment is " + state + ": resume it to make the rest."
            : "The same address shows the rest once it is there.")
        + "</p>\n";
  }

  private void galleries(Appendable out, ReportInput input) throws IOException {
    List<String> names =
        input.experiment().architectures().stream()
            .filter(name -> input.firstInterpreted(name).isPresent())
            .toList();
    if (names.isEmpty()) return;
    String note =
        "Each architecture&#8217;s first interpreted trial, the columns that were matched. "
            + (names.size() > MOST_GALLERIES
                ? "The first "
                    + MOST_GALLERIES
                    + " architectures; the others&#8217; are figures of"
                    + " their own."
                : "");
    out.append(opened("Filters as motifs", note));
    for (String name : names.subList(0, Math.min(MOST_GALLERIES, names.size()))) {
      drawn(out, input, Figures.filters(input, name));
    }
    out.append("</section>\n");
  }

  private void curves(Appendable out, ReportInput input) throws IOException {
    int classes = input.dataset().classes().size();
    out.append(
        opened(
            "ROC and precision-recall curves",
            "Test split, each architecture&#8217;s first finished trial. Above each panel the largest"
                + " and the smallest area under the curve."
                + (classes > RankingFigure.MOST_CLASSES
                    ? " The first " + RankingFigure.MOST_CLASSES + " of " + classes + " classes."
                    : "")));
    drawn(out, input, Figures.ROC);
    drawn(out, input, Figures.PRECISION_RECALL);
    out.append("</section>\n");
  }

  /** Of the architectures with the largest and the smallest share of relevant filters. */
  private void saliency(Appendable out, ReportInput input) throws IOException {
    Comparator<ResultRow> byShare =
        Comparator.comparingDouble(
            row ->
                row.relevantMatchPercent() == null
                    ? row.jasparMatchPercent()
                    : row.relevantMatchPercent());
    List<ResultRow> rows =
        input.results().rows().stream().filter(r -> r.jasparMatchPercent() != null).toList();
    if (rows.isEmpty()) return;
    ResultRow most = rows.stream().max(byShare).orElseThrow();
    ResultRow least = rows.stream().min(byShare).orElseThrow();
    out.append(
        opened(
            "Saliency against the truth",
            "Which letters drive the score of a sequence&#8217;s class. Shaded stretches are where"
                + " motifs were embedded, where that is known: the models never saw them. Shown are"
                + " the architectures with the largest and the smallest share of relevant filters."));
    drawn(out, input, Figures.saliency(input, most.architecture()));
    if (least != most) drawn(out, input, Figures.saliency(input, least.architecture()));
    out.append("</section>\n");
  }

  private void figure(Appendable out, ReportInput input, String name, String title, String note)
      throws IOException {
    if (figures.names(input).stream().noneMatch(each -> each.name().equals(name))) return;
    out.append(opened(title, note));
    drawn(out, input, name);
    out.append("</section>\n");
  }

  /** A figure, or why it cannot be drawn: a report is worth reading without one. */
  private void drawn(Appendable out, ReportInput input, String name) throws IOException {
    String content;
    try {
      content = figures.draw(input, name).map(Figure::inPage).orElse("");
    } catch (Problem gone) {
      content =
          "<p class=\"unfinished\">Figure " + name + ": " + Html.text(gone.getMessage()) + "</p>";
    }
    out.append("<figure id=\"").append(name).append("\">").append(content).append("</figure>\n");
  }

  static String opened(String title, String note) {
    return "<section>\n<h2>" + title + "</h2>\n<p class=\"note\">" + note + "</p>\n";
  }

  static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
