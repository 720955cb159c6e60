package org.motifworks.interpret.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;

/** Sequences from NDJSON: a line is {@code {"id": "...", "sequence": "ACGT..."}}. */
final class NdjsonInput implements ScoreInput {
  private static final int ROOM_FOR_THE_REST = 1 << 16;

  private final InputStream body;
  private final int longestLine;
  private long line;

  NdjsonInput(InputStream body, int longest) {
    this.body = new BufferedInputStream(body, 1 << 16);
    this.longestLine = longest + ROOM_FOR_THE_REST;
  }

  @Override
  public Optional<ScoreItem> next() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(512);
    while (true) {
      int letter = body.read();
      if (letter >= 0 && letter != '\n') {
        if (text.size() <= longestLine) text.write(letter);
        continue;
      }
      line++;
      if (text.size() > longestLine) {
        return Optional.of(
            ScoreItem.bad("", "json.line-too-long", "line " + line + ": over " + longestLine));
      }
      String json = text.toString(StandardCharsets.UTF_8);
      if (!json.isBlank()) return Optional.of(item(json));
      if (letter < 0) return Optional.empty();
      text.reset();
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private ScoreItem item(String json) {
    JsonNode record;
    try {
      record = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      return ScoreItem.bad("", "json.malformed", "line " + line + ": " + e.getOriginalMessage());
    }
    String id = record.path("id").asText("");
    JsonNode sequence = record.path("sequence");
    if (id.isEmpty() || !sequence.isTextual()) {
      String detail = "line " + line + ": a record is {\"id\": \"...\", \"sequence\": \"ACGT...\"}";
      return ScoreItem.bad(id, "json.not-a-record", detail);
    }
    try {
      return ScoreItem.sequence(id, DnaAlphabet.tokenise(sequence.textValue()));
    } catch (SequenceFormatException e) {
      return ScoreItem.bad(id, e.code(), "line " + line + ": " + e.getMessage());
    }
  }
}
