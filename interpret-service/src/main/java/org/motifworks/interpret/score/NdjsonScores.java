package org.motifworks.interpret.score;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.registry.TrainedModel;

/** Results as NDJSON: an object a line. */
final class NdjsonScores implements ScoreWriter {
  private final JsonGenerator json;
  private final List<String> classes;
  private final boolean withHits;

  NdjsonScores(OutputStream output, List<String> classes, ScoreSettings settings)
      throws IOException {
    this.json = Json.mapper().getFactory().createGenerator(output);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.classes = classes;
    this.withHits = settings.hits() > 0;
  }

  @Override
  public void scores(ScoreRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", row.id());
    if (row.place().isPresent()) {
      json.writeNumberField("start", row.place().get().start());
      json.writeNumberField("end", row.place().get().end());
    }
    json.writeObjectFieldStart("scores");
    for (int i = 0; i < classes.size(); i++) {
      json.writeNumberField(classes.get(i), row.probabilities()[i]);
    }
    json.writeEndObject();
    if (withHits) json.writePOJOField("hits", row.hits());
    if (row.saliency().isPresent()) write(row.saliency().get());
    json.writeEndObject();
  }

  @Override
  public void error(ScoreItem item) throws IOException {
    json.writeStartObject();
    if (item.id().isPresent()) json.writeStringField("id", item.id().get());
    else json.writeNullField("id");
    json.writeObjectFieldStart("error");
    json.writeStringField("code", item.error().orElseThrow().code());
    json.writeStringField("detail", item.error().orElseThrow().detail());
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void end(Counts counts, TrainedModel model) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", counts.count());
    json.writeNumberField("errors", counts.errors());
    json.writeStringField("model", model.id());
    if (model.named().isPresent()) json.writeObjectField("named", model.named().get());
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  private void write(RowSaliency saliency) throws IOException {
    json.writeObjectFieldStart("saliency");
    json.writeStringField("class", saliency.className());
    json.writeNumberField("start", saliency.start());
    json.writeStringField("strand", String.valueOf(saliency.strand()));
    json.writeArrayFieldStart("values");
    for (float value : saliency.values()) json.writeNumber(value);
    json.writeEndArray();
    json.writeEndObject();
  }
}
