package org.motifworks.interpret.score;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motifworks.interpret.arrow.ArrowColumn;
import org.motifworks.interpret.arrow.ArrowTable;
import org.motifworks.interpret.arrow.FloatColumn;
import org.motifworks.interpret.arrow.FloatListColumn;
import org.motifworks.interpret.arrow.IntColumn;
import org.motifworks.interpret.arrow.TextColumn;
import org.motifworks.interpret.registry.TrainedModel;

/**
 * Results as an Arrow stream with the columns of {@link TsvScores}, typed; where the table has
 * nothing this one has null. The schema's metadata names the model, that of the last batch, which
 * has no rows, the count.
 */
final class ArrowScores implements ScoreWriter {
  private static final int MOST_ROWS = 4096;

  private final List<ArrowColumn> columns = new ArrayList<>();
  private final TextColumn ids = added(new TextColumn("id"));
  private final IntColumn starts = new IntColumn("start");
  private final IntColumn ends = new IntColumn("end");
  private final List<FloatColumn> scores = new ArrayList<>();
  private final TextColumn hits = new TextColumn("hits");
  private final TextColumn saliencyClasses = new TextColumn("saliency_class");
  private final IntColumn saliencyStarts = new IntColumn("saliency_start");
  private final TextColumn saliencyStrands = new TextColumn("saliency_strand");
  private final FloatListColumn saliencies = new FloatListColumn("saliency");
  private final TextColumn errors = new TextColumn("error");
  private final boolean withHits;
  private final ArrowTable table;
  private int rows;

  ArrowScores(OutputStream output, List<String> classes, ScoreSettings settings, TrainedModel model)
      throws IOException {
    if (settings.longer() == ScoreSettings.Longer.WINDOWS) {
      added(starts);
      added(ends);
    }
    for (String name : classes) scores.add(added(new FloatColumn(name)));
    withHits = settings.hits() > 0;
    if (withHits) added(hits);
    if (settings.saliency().isPresent()) {
      added(saliencyClasses);
      added(saliencyStarts);
      added(saliencyStrands);
      added(saliencies);
    }
    added(errors);
    Map<String, String> by = new TreeMap<>();
    by.put("motifworks.model", model.id());
    by.put("motifworks.reference", model.reference());
    model
        .named()
        .flatMap(TrainedModel.Named::generation)
        .ifPresent(generation -> by.put("motifworks.generation", generation.toString()));
    this.table = new ArrowTable(new BufferedOutputStream(output, 1 << 16), columns, by);
  }

  @Override
  public void scores(ScoreRow row) throws IOException {
    ids.add(row.id());
    if (row.place().isPresent()) {
      starts.add(row.place().get().start());
      ends.add(row.place().get().end());
    }
    for (int i = 0; i < scores.size(); i++) scores.get(i).add(row.probabilities()[i]);
    if (withHits) hits.add(TsvScores.text(row.hits()));
    if (row.saliency().isPresent()) {
      RowSaliency saliency = row.saliency().get();
      saliencyClasses.add(saliency.className());
      saliencyStarts.add(saliency.start());
      saliencyStrands.add(String.valueOf(saliency.strand()));
      saliencies.add(saliency.values());
    }
    errors.addNull();
    rowEnded();
  }

  @Override
  public void error(ScoreItem item) throws IOException {
    ScoreItem.RecordError error = item.error().orElseThrow();
    for (ArrowColumn column : columns) {
      if (column != ids && column != errors) column.addNull();
    }
    if (item.id().isPresent()) ids.add(item.id().get());
    else ids.addNull();
    errors.add(error.code() + ": " + error.detail());
    rowEnded();
  }

  @Override
  public void end(Counts counts, TrainedModel model) throws IOException {
    writeRows();
    table.end(
        Map.of(
            "motifworks.count", String.valueOf(counts.count()),
            "motifworks.errors", String.valueOf(counts.errors())));
  }

  @Override
  public void flush() throws IOException {
    writeRows();
    table.flush();
  }

  private void rowEnded() throws IOException {
    rows++;
    if (rows >= MOST_ROWS) writeRows();
  }

  private void writeRows() throws IOException {
    if (rows == 0) return;
    table.writeBatch(rows);
    rows = 0;
  }

  private <C extends ArrowColumn> C added(C column) {
    columns.add(column);
    return column;
  }
}
