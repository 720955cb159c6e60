package org.motifworks.core.sequence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads FASTA one record at a time, holding one record and one buffer, however large the file or
 * its lines.
 *
 * <p>Plain or gzip (known by its first bytes); line ends LF, CRLF or CR; blank lines, spaces and
 * tabs are skipped; the id is the first word of the header. What {@link DnaAlphabet} does not know
 * is an error that names source, line, column and record.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link SequenceFormatException}: {@code
 * fasta.empty}, {@code fasta.no-header}, {@code gzip.truncated}, {@code gzip.corrupt}, after which
 * nothing more can be read; {@code fasta.invalid-letter}, {@code fasta.empty-record}, {@code
 * fasta.record-too-long}, {@code fasta.no-id}, {@code fasta.header-too-long} concern one record,
 * and the next call goes on with the following one. They throw {@link UncheckedIOException} when
 * the source cannot be read.
 */
public final class FastaReader implements Iterator<SequenceRecord>, Closeable {

  private static final Set<String> ENDING =
      Set.of("fasta.empty", "fasta.no-header", "gzip.truncated", "gzip.corrupt");

  private final LineInput in;
  private final FastaLines lines;
  private final String source;
  private final FastaLimits limits;
  private byte[] tokens = new byte[1 << 10];
  private boolean started;

  private FastaReader(InputStream raw, String source, FastaLimits limits) throws IOException {
    this.in = new LineInput(SequenceInput.of(raw, source));
    this.lines = new FastaLines(in, source);
    this.source = source;
    this.limits = limits;
  }

  /** Opens a file; errors call it by its file name. */
  public static FastaReader open(Path file) throws IOException {
    return open(file, FastaLimits.DEFAULT);
  }

  /** Opens a file with limits of its own. */
  public static FastaReader open(Path file, FastaLimits limits) throws IOException {
    return of(Files.newInputStream(file), String.valueOf(file.getFileName()), limits);
  }

  /** Reads a stream, which the reader then owns; errors call it {@code source}. */
  public static FastaReader of(InputStream raw, String source, FastaLimits limits)
      throws IOException {
    try {
      return new FastaReader(raw, source, limits);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Whether an error of this reader is about the whole source, so that reading on is of no use. */
  public static boolean endsReading(SequenceFormatException error) {
    return ENDING.contains(error.code());
  }

  @Override
  public boolean hasNext() {
    try {
      if (!started) return start();
      if (!in.atEnd()) skipToHeader();
      return !in.atEnd();
    } catch (IOException e) {
      throw new UncheckedIOException(source + ": " + e.getMessage(), e);
    }
  }

  @Override
  public SequenceRecord next() {
    if (!hasNext()) throw new NoSuchElementException(source + " has no more records");
    try {
      long line = in.line();
      String id = lines.readId(limits.headerBytes());
      int length = readSequence(id);
      if (length == 0)
        throw lines.error("fasta.empty-record", line, 0, id, "The record has no sequence.");
      return new SequenceRecord(id, Arrays.copyOf(tokens, length));
    } catch (IOException e) {
      throw new UncheckedIOException(source + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean start() throws IOException {
    lines.start();
    started = true;
    return true;
  }

  /**
   * After a record that was read whole this moves nowhere; after a bad one, over the rest of it.
   */
  private void skipToHeader() throws IOException {
    while (!in.atEnd() && !lines.atHeader()) in.skipLine();
  }

  private int readSequence(String id) throws IOException {
    int length = 0;
    while (!in.atEnd() && !lines.atHeader()) {
      makeRoomFor((long) length + in.buffered());
      length += in.tokenise(tokens, length);
      if (length > limits.recordLength()) {
        String detail = "The record is longer than " + limits.recordLength() + " nt.";
        throw lines.error("fasta.record-too-long", in.line(), 0, id, detail);
      }
      if (in.hasBuffered()) lines.skipOther(id);
    }
    return length;
  }

  private void makeRoomFor(long needed) {
    if (needed <= tokens.length) return;
    // Over the limit by at most one buffer: the check that follows sees it before more is taken.
    long most = Math.min(Integer.MAX_VALUE - 8L, limits.recordLength() + (long) LineInput.BUFFER);
    tokens = Arrays.copyOf(tokens, (int) Math.min(most, Math.max(needed, 2L * tokens.length)));
  }
}
