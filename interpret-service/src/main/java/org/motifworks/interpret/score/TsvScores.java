package org.motifworks.interpret.score;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.motifworks.interpret.registry.TrainedModel;

/**
 * Results as a table: id, start and end where windows are results, a column a class, the hits where
 * they were asked for ({@code filter:start-end:strand:activation}, comma between), the saliency
 * likewise (its class, start, strand, and values with comma between), and an error; a row has
 * scores or an error. The last line is a comment with the count.
 */
final class TsvScores implements ScoreWriter {
  private final Writer out;
  private final int classes;
  private final int otherColumns;
  private final boolean withHits;

  TsvScores(OutputStream output, List<String> classes, ScoreSettings settings) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
    this.classes = classes.size();
    boolean windows = settings.longer() == ScoreSettings.Longer.WINDOWS;
    this.withHits = settings.hits() > 0;
    boolean withSaliency = settings.saliency().isPresent();
    this.otherColumns = (windows ? 2 : 0) + (withHits ? 1 : 0) + (withSaliency ? 4 : 0);
    out.write(windows ? "id\tstart\tend" : "id");
    for (String name : classes) out.write("\t" + cell(name));
    if (withHits) out.write("\thits");
    if (withSaliency) out.write("\tsaliency_class\tsaliency_start\tsaliency_strand\tsaliency");
    out.write("\terror\n");
  }

  @Override
  public void scores(ScoreRow row) throws IOException {
    out.write(cell(row.id()));
    if (row.place().isPresent()) {
      out.write("\t" + row.place().get().start() + "\t" + row.place().get().end());
    }
    for (float probability : row.probabilities()) {
      out.write('\t');
      out.write(Float.toString(probability));
    }
    if (withHits) out.write("\t" + text(row.hits()));
    if (row.saliency().isPresent()) write(row.saliency().get());
    out.write("\t\n");
  }

  @Override
  public void error(ScoreItem item) throws IOException {
    ScoreItem.RecordError error = item.error().orElseThrow();
    out.write(cell(item.id().orElse("")));
    for (int i = 0; i < classes + otherColumns; i++) out.write('\t');
    out.write("\t" + cell(error.code() + ": " + error.detail()) + "\n");
  }

  @Override
  public void end(Counts counts, TrainedModel model) throws IOException {
    out.write("#count=" + counts.count() + " errors=" + counts.errors() + " model=" + model.id());
    if (model.named().isPresent()) {
      TrainedModel.Named named = model.named().get();
      out.write(" series=" + named.series() + " version=" + named.version());
      if (named.generation().isPresent()) {
        out.write(" alias=" + named.alias().orElse("") + " generation=" + named.generation().get());
      }
    }
    out.write("\n");
    out.flush();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Hits in one cell. */
  static String text(List<FilterHit> hits) {
    return hits.stream().map(TsvScores::text).collect(Collectors.joining(","));
  }

  private void write(RowSaliency saliency) throws IOException {
    out.write("\t" + cell(saliency.className()) + "\t" + saliency.start());
    out.write("\t" + saliency.strand() + "\t");
    float[] values = saliency.values();
    for (int i = 0; i < values.length; i++) out.write((i == 0 ? "" : ",") + values[i]);
  }

  private static String text(FilterHit hit) {
    String place = hit.filter() + ":" + hit.start() + "-" + hit.end();
    return place + ":" + hit.strand() + ":" + hit.activation();
  }

  private static String cell(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
