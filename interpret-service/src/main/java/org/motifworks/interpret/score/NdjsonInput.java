package org.motifworks.interpret.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;

/** Sequences from NDJSON: a line is {@code {"id": "...", "sequence": "ACGT..."}}. */
final class NdjsonInput implements ScoreInput {
  private final TextLines lines;

  NdjsonInput(InputStream body, int longest) {
    this.lines = new TextLines(body, longest);
  }

  @Override
  public Optional<ScoreItem> next() throws IOException {
    return lines.next(this::item);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private ScoreItem item(String json) {
    JsonNode record;
    try {
      record = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      return ScoreItem.bad("", "json.malformed", place() + e.getOriginalMessage());
    }
    String id = record.path("id").asText("");
    JsonNode sequence = record.path("sequence");
    if (id.isEmpty() || !sequence.isTextual()) {
      String detail = place() + "a record is {\"id\": \"...\", \"sequence\": \"ACGT...\"}";
      return ScoreItem.bad(id, "json.not-a-record", detail);
    }
    try {
      return ScoreItem.sequence(id, DnaAlphabet.tokenise(sequence.textValue()));
    } catch (SequenceFormatException e) {
      return ScoreItem.bad(id, e.code(), place() + e.getMessage());
    }
  }

  private String place() {
    return "line " + lines.line() + ": ";
  }
}
