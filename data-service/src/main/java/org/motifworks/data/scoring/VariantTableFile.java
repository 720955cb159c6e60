package org.motifworks.data.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.motifworks.contracts.variant.VariantPlace;
import org.motifworks.contracts.variant.VariantScores;
import org.motifworks.contracts.variant.VariantTable;

/**
 * Keeps the scores of variants as a table: a row an alternative allele, in the order of the file,
 * with scores or an error; the last line is a comment that counts, as of every table of scores.
 */
final class VariantTableFile {

  private static final int BUFFER = 1 << 16;
  private static final int ROWS_BETWEEN_LOOKS = 256;

  private final InterpretClient.Model model;
  private final VariantTable table;

  VariantTableFile(InterpretClient.Model model) {
    this.model = model;
    this.table = new VariantTable(model.classes());
  }

  /**
   * Writes it as gzip, row by row as it comes.
   *
   * @param look called now and then; what it throws ends the writing
   * @throws IOException where the answer was cut off
   */
  ScoreTable.Counts write(InputStream answer, Path file, Runnable look) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8),
            BUFFER)) {
      out.write(table.head() + "\terror\n");
      VariantScores.Counts counts = VariantScores.read(answer, new Rows(out, look));
      out.write("#count=" + counts.variants() + " errors=" + counts.leftOut());
      out.write(" model=" + model.id() + "\n");
      return new ScoreTable.Counts(counts.variants(), counts.leftOut());
    }
  }

  private final class Rows implements VariantScores.Receiver {
    private final Writer out;
    private final Runnable look;
    private long rows;

    Rows(Writer out, Runnable look) {
      this.out = out;
      this.look = look;
    }

    @Override
    public void scored(VariantPlace place, JsonNode reference, JsonNode alternative)
        throws IOException {
      write(table.row(place, reference, alternative) + "\t\n");
    }

    @Override
    public void leftOut(VariantPlace place, String code, String detail) throws IOException {
      write(table.emptyRow(place) + "\t" + code + ": " + detail + "\n");
    }

    private void write(String row) throws IOException {
      if (rows++ % ROWS_BETWEEN_LOOKS == 0) look.run();
      out.write(row);
    }
  }
}
