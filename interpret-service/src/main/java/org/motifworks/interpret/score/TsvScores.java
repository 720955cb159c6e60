package org.motifworks.interpret.score;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motifworks.interpret.registry.TrainedModel;

/**
 * Results as a table: id, start and end where windows are results, a column a class, the hits where
 * they were asked for ({@code filter:start-end:strand:activation}, comma between), and an error; a
 * row has scores or an error. The last line is a comment with the count.
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
    this.otherColumns = (windows ? 2 : 0) + (withHits ? 1 : 0);
    out.write(windows ? "id\tstart\tend" : "id");
    for (String name : classes) out.write("\t" + cell(name));
    out.write(withHits ? "\thits\terror\n" : "\terror\n");
  }

  @Override
  public void scores(String id, float[] probabilities, List<FilterHit> hits) throws IOException {
    out.write(cell(id));
    write(probabilities, hits);
  }

  @Override
  public void scores(String id, int start, int end, float[] probabilities, List<FilterHit> hits)
      throws IOException {
    out.write(cell(id) + "\t" + start + "\t" + end);
    write(probabilities, hits);
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

  private void write(float[] probabilities, List<FilterHit> hits) throws IOException {
    for (float probability : probabilities) {
      out.write('\t');
      out.write(Float.toString(probability));
    }
    if (withHits) {
      out.write('\t');
      for (int i = 0; i < hits.size(); i++) out.write((i == 0 ? "" : ",") + text(hits.get(i)));
    }
    out.write("\t\n");
  }

  private static String text(FilterHit hit) {
    String place = hit.filter() + ":" + hit.start() + "-" + hit.end();
    return place + ":" + hit.strand() + ":" + hit.activation();
  }

  private static String cell(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
