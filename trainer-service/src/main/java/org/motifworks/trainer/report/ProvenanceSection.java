package org.motifworks.trainer.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motifworks.core.page.Html;
import org.motifworks.trainer.experiment.ExperimentRun;

/** Every run, and the hashes of what it ended in. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static String html(ReportInput input) {
    Map<String, TrainedTrial> byRun =
        input.trained().stream()
            .collect(Collectors.toMap(trained -> trained.model().id(), Function.identity()));
    StringBuilder html =
        new StringBuilder(
            ReportPage.opened(
                "Where this comes from",
                "Hashes are SHA-256 of the manifests, which list the hash of every file. A run with"
                    + " the same seed, settings and dataset gives the same model byte for byte on the"
                    + " same kind of machine. Experiment "
                    + input.experiment().id()
                    + ". JASPAR CORE vertebrates, CC BY 4.0. Method: Koo &amp; Eddy 2019, PLOS"
                    + " Computational Biology."));
    html.append("<div class=\"wide\"><table class=\"runs\"><thead><tr><th>Architecture</th>");
    html.append("<th class=\"n\">trial</th><th class=\"n\">seed</th><th class=\"n\">epochs</th>");
    html.append("<th>model</th><th>manifests: model, interpretation</th></tr></thead>\n<tbody>");
    List<ExperimentRun> runs = input.experiment().runs().orElse(List.of());
    for (ExperimentRun run : runs) row(html, run, byRun.get(run.id()));
    return html.append("</tbody></table></div>\n</section>\n").toString();
  }

  private static void row(StringBuilder html, ExperimentRun run, TrainedTrial trained) {
    html.append("<tr><th scope=\"row\">").append(Html.text(run.architecture()));
    html.append("</th><td class=\"n\">").append(run.trial()).append("</td><td class=\"n\">");
    html.append(run.seed()).append("</td>");
    if (trained == null) {
      html.append("<td></td><td>").append(run.id()).append("</td><td class=\"state\">");
      html.append(run.state()).append("</td></tr>\n");
      return;
    }
    html.append("<td class=\"n\">").append(trained.model().bestEpoch()).append("&#8239;/&#8239;");
    html.append(trained.model().epochs()).append("</td><td>").append(run.id()).append("</td><td>");
    html.append("<code>").append(trained.model().ref().manifestSha256()).append("</code><br>");
    if (trained.interpreted()) {
      html.append("<code>").append(trained.model().interpretation().ref().manifestSha256());
      html.append("</code>");
    } else {
      html.append("<span class=\"state\">filters ");
      html.append(run.interpretation().orElse("AWAITING")).append("</span>");
    }
    html.append("</td></tr>\n");
  }
}
