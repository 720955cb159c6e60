package org.motifworks.interpret.interpretation;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.TomtomTsv;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.interpret.filter.FilterDrawing;
import org.motifworks.interpret.filter.InterpretedLayer;
import org.motifworks.interpret.filter.MatchedFilters;
import org.motifworks.interpret.report.Report;
import org.motifworks.interpret.report.ReportInput;
import org.motifworks.interpret.saliency.SaliencyDrawing;

/** Writes an interpretation's files. */
final class InterpretationWriter {
  private static final ObjectWriter JSON = Json.mapper().writer();

  private final Path folder;

  InterpretationWriter(Path folder) {
    this.folder = folder;
  }

  void write(
      Interpretation interpretation,
      List<InterpretedLayer> layers,
      Map<SaliencyRule, List<SaliencyMap>> saliency,
      Interpreter.Subject subject,
      JasparDatabase jaspar)
      throws IOException {
    text(InterpretationFiles.INTERPRETATION, JSON.writeValueAsString(interpretation) + "\n");
    for (InterpretedLayer layer : layers) layer(layer);
    for (SaliencyRule rule : saliency.keySet()) {
      saliency(saliency.get(rule), rule, interpretation.saliency().examples());
    }
    text(
        InterpretationFiles.REPORT,
        Report.html(
            new ReportInput(interpretation, subject.model(), subject.history(), saliency, jaspar)));
  }

  private void layer(InterpretedLayer layer) throws IOException {
    int number = layer.finding().layer();
    motifs(
        layer.matched().get(0),
        InterpretationFiles.meme(number),
        InterpretationFiles.matches(number));
    for (MatchedFilters one : layer.matched()) {
      motifs(
          one,
          InterpretationFiles.meme(number, one.rule(), one.clip()),
          InterpretationFiles.matches(number, one.rule(), one.clip()));
    }
    for (FilterFinding filter : layer.finding().filters()) {
      if (!filter.hasMotif()) continue;
      text(
          InterpretationFiles.filterLogo(number, filter.filter()),
          FilterDrawing.logo(filter).withAxis().withPositions(1).toSvg());
    }
  }

  private void saliency(List<SaliencyMap> maps, SaliencyRule rule, List<SaliencyExample> examples)
      throws IOException {
    text(InterpretationFiles.saliency(rule), JSON.writeValueAsString(maps) + "\n");
    for (int i = 0; i < maps.size(); i++) {
      text(
          SaliencyDrawing.path(i, rule),
          SaliencyDrawing.of(maps.get(i).contributions(), examples.get(i).placements()).toSvg());
    }
  }

  private void motifs(MatchedFilters matched, String meme, String tsv) throws IOException {
    StringBuilder motifs = new StringBuilder();
    MemeFormat.write(List.copyOf(matched.motifs().values()), motifs);
    text(meme, motifs.toString());
    StringBuilder matches = new StringBuilder();
    TomtomTsv.write(matched.queries(), matches);
    text(tsv, matches.toString());
  }

  private void text(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
