package org.motifworks.interpret.interpretation;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.TomtomTsv;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.interpret.filter.FilterDrawing;
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
      List<MatchedFilters> matched,
      List<SaliencyMap> saliency,
      Interpreter.Subject subject,
      JasparDatabase jaspar)
      throws IOException {
    text(InterpretationFiles.INTERPRETATION, JSON.writeValueAsString(interpretation) + "\n");
    text(InterpretationFiles.SALIENCY, JSON.writeValueAsString(saliency) + "\n");
    motifs(matched.get(0), InterpretationFiles.FILTERS_MEME, InterpretationFiles.MATCHES_TSV);
    for (MatchedFilters one : matched) {
      motifs(
          one,
          InterpretationFiles.meme(one.rule(), one.clip()),
          InterpretationFiles.matches(one.rule(), one.clip()));
    }
    for (FilterFinding filter : interpretation.filters()) {
      if (!filter.hasMotif()) continue;
      text(
          InterpretationFiles.filterLogo(filter.filter()),
          FilterDrawing.logo(filter).withAxis().withPositions(1).toSvg());
    }
    for (int i = 0; i < saliency.size(); i++) {
      text(
          InterpretationFiles.saliencyLogo(i),
          SaliencyDrawing.of(
                  saliency.get(i).contributions(),
                  interpretation.saliency().examples().get(i).placements())
              .toSvg());
    }
    text(
        InterpretationFiles.REPORT,
        Report.html(
            new ReportInput(interpretation, subject.model(), subject.history(), saliency, jaspar)));
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
