package org.motifworks.standalone.explanation;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.FastaLimits;
import org.motifworks.core.sequence.FastaReader;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceInput;
import org.motifworks.core.sequence.SequenceRecord;

/** Sequences from FASTA, or one a line, plain or gzip; read one by one. */
public final class SequenceSource implements Closeable {
  /** More than the service explains at once, so that it is the service that says so. */
  private static final int LONGEST = 3_000_000;

  /** The next sequence, however it is written. */
  private interface Reading {
    Optional<NamedSequence> next() throws IOException;
  }

  private final Closeable input;
  private final Reading reading;

  private SequenceSource(Closeable input, Reading reading) {
    this.input = input;
    this.reading = reading;
  }

  /**
   * Reads what begins with {@code >} as FASTA, and a sequence a line otherwise; such a sequence is
   * called by its line's number.
   *
   * @param name what errors call it
   */
  public static SequenceSource of(InputStream raw, String name) throws IOException {
    PushbackInputStream input = new PushbackInputStream(SequenceInput.of(raw, name), 1);
    int blankLines = 0;
    int first = input.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      if (first == '\n') blankLines++;
      first = input.read();
    }
    if (first >= 0) input.unread(first);
    return first == '>' ? fasta(input, name) : lines(input, blankLines);
  }

  /**
   * The next sequence; empty at the end.
   *
   * @throws SequenceFormatException about one sequence, after which the next can be read; see
   *     {@link FastaReader#endsReading}
   */
  public Optional<NamedSequence> next() throws IOException {
    return reading.next();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private static SequenceSource fasta(InputStream input, String name) throws IOException {
    FastaReader reader = FastaReader.of(input, name, FastaLimits.DEFAULT.withRecordLength(LONGEST));
    return new SequenceSource(
        reader,
        () -> {
          if (!reader.hasNext()) return Optional.empty();
          SequenceRecord record = reader.next();
          return Optional.of(NamedSequence.of(record.id(), DnaAlphabet.format(record.tokens())));
        });
  }

  private static SequenceSource lines(InputStream input, int before) {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    int[] number = {before};
    return new SequenceSource(
        reader,
        () -> {
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number[0]++;
            if (line.isBlank()) continue;
            String id = "line " + number[0];
            return Optional.of(NamedSequence.of(id, letters(line.strip(), id)));
          }
          return Optional.empty();
        });
  }

  private static String letters(String line, String id) {
    try {
      return DnaAlphabet.format(DnaAlphabet.tokenise(line));
    } catch (SequenceFormatException e) {
      throw new SequenceFormatException(e.code(), "", 0, 0, id, e.getMessage(), e);
    }
  }
}
