package org.motifworks.trainer.report;

import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.page.Html;

/** What was asked for. */
final class AskedSection {

  private AskedSection() {}

  static String html(ReportInput input) {
    TrainingSettings training = input.experiment().training();
    StringBuilder list = new StringBuilder("<dl class=\"provenance\">\n");
    item(
        list,
        "Dataset",
        Html.text(input.dataset().name())
            + " <small>"
            + input.dataset().id()
            + "</small><br>manifest <code>"
            + input.dataset().ref().manifestSha256()
            + "</code>");
    item(list, "Architectures", Html.text(String.join(", ", input.experiment().architectures())));
    item(
        list,
        "Trials",
        input.experiment().trials()
            + " of each, seeds from "
            + input.experiment().seed()
            + ", "
            + ReportPage.plural(input.experiment().threads(), "thread"));
    item(list, "Training", settings(training));
    item(
        list,
        "Asked for",
        input.experiment().createdAt().toString().substring(0, 16).replace('T', ' ') + " UTC");
    return "<section class=\"asked\">\n<h2>What was asked</h2>\n" + list + "</dl>\n</section>\n";
  }

  private static String settings(TrainingSettings training) {
    String text =
        "preset <b>"
            + Html.text(training.preset())
            + "</b>: Adam, learning rate "
            + training.learningRate()
            + ", &#946;<sub>1</sub> "
            + training.beta1()
            + ", batches of "
            + training.batchSize()
            + ", at most "
            + training.maximumEpochs()
            + " epochs, stopped after "
            + training.patience()
            + " without improvement, L2 "
            + training.l2();
    if (training.reverseComplement()) text += ", either strand";
    if (training.classWeights() != null) text += ", weighted classes";
    if (training.learningRateSchedule() != null) text += ", falling learning rate";
    return text;
  }

  private static void item(StringBuilder list, String name, String value) {
    list.append("<dt>").append(name).append("</dt><dd>").append(value).append("</dd>\n");
  }
}
