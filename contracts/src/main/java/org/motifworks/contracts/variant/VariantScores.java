package org.motifworks.contracts.variant;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.motifworks.contracts.json.Json;

/** What a score stream answers to {@link VariantRecords}, put together variant by variant. */
public final class VariantScores {

  private static final int BUFFER = 1 << 16;

  private final BufferedReader lines;
  private final Receiver receiver;
  private long scored;
  private long leftOut;

  private VariantScores(BufferedReader lines, Receiver receiver) {
    this.lines = lines;
    this.receiver = receiver;
  }

  /** Takes the outcomes, in the order of the file. */
  public interface Receiver {

    /**
     * Both alleles were scored.
     *
     * @param reference probability by class, with the reference allele
     * @param alternative the same with the other one
     */
    void scored(VariantPlace place, JsonNode reference, JsonNode alternative) throws IOException;

    /** They could not be. */
    void leftOut(VariantPlace place, String code, String detail) throws IOException;
  }

  /**
   * @param variants alternative alleles
   * @param leftOut of these, without scores
   */
  public record Counts(long variants, long leftOut) {}

  /**
   * Reads an answer to its end and closes it.
   *
   * @throws EOFException when it ends without the line that counts
   * @throws IOException when it ends by something else than an outcome of a record
   */
  public static Counts read(InputStream answer, Receiver receiver) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8), BUFFER)) {
      return new VariantScores(lines, receiver).readAll();
    }
  }

  private Counts readAll() throws IOException {
    for (JsonNode record = next(); !record.has("count"); record = next()) {
      String id = record.path("id").asText();
      String[] cells = id.split("\t", VariantPlace.COLUMNS.size() + 2);
      if (cells.length == VariantPlace.COLUMNS.size()) pair(new VariantPlace(id), record, next());
      else if (cells.length == VariantPlace.COLUMNS.size() + 2) leftOut(cells);
      else throw new IOException("the scores end by " + record);
    }
    return new Counts(scored + leftOut, leftOut);
  }

  private JsonNode next() throws IOException {
    String line = lines.readLine();
    if (line == null) throw new EOFException("the scores were cut off");
    return Json.mapper().readTree(line);
  }

  private void pair(VariantPlace place, JsonNode reference, JsonNode alternative)
      throws IOException {
    if (!alternative.path("id").asText().equals(place.id())) {
      throw new IOException("the scores of " + place.text().replace('\t', ' ') + " have no pair");
    }
    for (JsonNode record : new JsonNode[] {reference, alternative}) {
      JsonNode error = record.path("error");
      if (error.isMissingNode()) continue;
      leftOut++;
      receiver.leftOut(place, error.path("code").asText(), error.path("detail").asText());
      return;
    }
    scored++;
    receiver.scored(place, reference.path("scores"), alternative.path("scores"));
  }

  private void leftOut(String[] cells) throws IOException {
    int columns = VariantPlace.COLUMNS.size();
    String place = String.join("\t", java.util.Arrays.copyOf(cells, columns));
    leftOut++;
    receiver.leftOut(new VariantPlace(place), cells[columns], cells[columns + 1]);
  }
}
