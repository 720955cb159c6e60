package org.motifworks.interpret.report;

import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.core.page.Html;

/** What this was made from and how, enough to make it again. */
final class ProvenanceSection {
  private ProvenanceSection() {}

  static String html(ReportInput input) {
    Interpretation found = input.interpretation();
    ModelDescription model = input.model();
    InterpretationSettings settings = found.settings();
    StringBuilder list = new StringBuilder("<dl class=\"provenance\">\n");
    item(list, "Model", hash(found.provenance().modelSha256()));
    item(list, "Dataset", hash(found.provenance().datasetSha256()));
    item(list, "Settings", hash(found.settingsDigest()));
    item(
        list,
        "Network",
        Html.text(model.architecture().name())
            + ", "
            + Html.count(model.parameters())
            + " parameters, "
            + model.filters()
            + " filters of "
            + model.filterSize()
            + "&#8239;nt in the first layer");
    item(
        list,
        "Training",
        Html.text(model.provenance().settings().preset())
            + " settings, seed "
            + model.provenance().seed()
            + ", on "
            + Html.text(model.provenance().device())
            + " with LibTorch "
            + Html.text(model.provenance().libTorch())
            + " through DJL "
            + Html.text(model.provenance().djl()));
    item(
        list,
        "Export",
        "ONNX graphs repeat the trained network on "
            + Html.count(model.exportCheck().sequences())
            + " sequences to within "
            + Html.significance(model.exportCheck().largestLogitDifference())
            + " (allowed "
            + Html.significance(model.exportCheck().allowed())
            + ")");
    item(
        list,
        "Motifs",
        MatchTable.primary(found).orElseThrow()
            + "; Tomtom with its default settings against JASPAR CORE "
            + Html.text(settings.jaspar())
            + " vertebrates, E &#8804; "
            + Html.number(settings.eValue(), 1));
    item(
        list,
        "Saliency",
        "guided back-propagation from the logit; letter height is S&#8242; times its information"
            + " with S&#8242; = exp(3&#8239;S&#8239;/&#8239;max|S|) normalised; a position is judged"
            + " by |S| summed over the four letters");
    list.append("</dl>\n");
    return Report.section(
        "Where this comes from",
        "Hashes are SHA-256 of the manifests, which list the hash of every file. The same model,"
            + " dataset and settings give this file byte for byte. JASPAR: Mathelier et al. 2016,"
            + " CC BY 4.0. Method: Koo &amp; Eddy 2019, PLOS Computational Biology.",
        list.toString());
  }

  private static void item(StringBuilder list, String name, String value) {
    list.append("<dt>").append(name).append("</dt><dd>").append(value).append("</dd>\n");
  }

  private static String hash(String sha256) {
    return "<code>" + sha256 + "</code>";
  }
}
