package org.motifworks.interpret.score;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TrainedModel;

/** Results as NDJSON: one line a record, in input order, and a last line that counts them. */
final class ScoreWriter {
  private final JsonGenerator json;
  private final List<String> classes;
  private long count;
  private long errors;

  ScoreWriter(OutputStream output, List<String> classes) throws IOException {
    this.json = Json.mapper().getFactory().createGenerator(output);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.classes = classes;
  }

  void scores(String id, Prediction prediction, int row) throws IOException {
    count++;
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeObjectFieldStart("scores");
    for (int i = 0; i < classes.size(); i++) {
      json.writeNumberField(classes.get(i), prediction.probability(row, i));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  void error(ScoreItem item) throws IOException {
    count++;
    errors++;
    json.writeStartObject();
    if (item.id().isPresent()) json.writeStringField("id", item.id().get());
    else json.writeNullField("id");
    json.writeObjectFieldStart("error");
    json.writeStringField("code", item.error().orElseThrow().code());
    json.writeStringField("detail", item.error().orElseThrow().detail());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The last line; an answer without it was cut off. */
  void end(TrainedModel model) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count);
    json.writeNumberField("errors", errors);
    json.writeStringField("model", model.id());
    if (model.named().isPresent()) json.writeObjectField("named", model.named().get());
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  /** Sends what is written so far on its way. */
  void flush() throws IOException {
    json.flush();
  }

  long count() {
    return count;
  }

  long errors() {
    return errors;
  }
}
