package org.motifworks.data.fasta;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.core.sequence.FastaLimits;
import org.motifworks.core.sequence.FastaReader;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceRecord;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.FastaSource.OnInvalid;
import org.motifworks.data.source.SourceProblem;

/**
 * Reads all files of an import once, in order, and hands on the records that can be used. Two
 * passes with the same arguments hand on the same.
 */
final class FastaPass {

  /** An N run longer than this is worth a word, even if the owner set no limit. */
  static final int NOTABLE_N_RUN = 10;

  private static final FastaLimits LIMITS = FastaLimits.DEFAULT.withRecordLength(50_000_000);

  private final FastaSource source;
  private final Optional<LabelTable> table;
  private final SplitAssignment splits;
  private final ByteProgress progress;
  private final CentreCrop crop;
  private final Tally tally = new Tally();

  FastaPass(
      FastaSource source,
      Optional<LabelTable> table,
      SplitAssignment splits,
      ByteProgress progress) {
    this.source = source;
    this.table = table;
    this.splits = splits;
    this.progress = progress;
    this.crop = new CentreCrop(source.window());
  }

  /** Takes a record that can be used. */
  interface Receiver {
    void take(Candidate candidate) throws IOException;
  }

  void run(List<FastaFile> files, Receiver receiver) throws IOException {
    for (FastaFile file : files) read(file, receiver);
  }

  /** Length of every sequence, known once one was read. */
  int window() {
    return crop.window();
  }

  /** What was left out or looked odd. */
  Tally tally() {
    return tally;
  }

  private void read(FastaFile file, Receiver receiver) throws IOException {
    String name = file.input().name();
    InputStream bytes = progress.counting(Files.newInputStream(file.input().path()));
    try (FastaReader records = FastaReader.of(bytes, name, LIMITS);
        CandidatesAhead candidates = new CandidatesAhead(candidates(records, file))) {
      while (candidates.hasNext()) {
        Optional<Candidate> candidate = candidates.next();
        if (candidate.isPresent()) receiver.take(candidate.get());
        progress.report();
      }
    } catch (SequenceFormatException e) {
      throw FastaProblems.ofFile(e);
    }
  }

  /** One for each record: empty where it is left out. */
  private Iterator<Optional<Candidate>> candidates(FastaReader records, FastaFile file) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public Optional<Candidate> next() {
        return FastaPass.this.next(records, file);
      }
    };
  }

  private Optional<Candidate> next(FastaReader records, FastaFile file) {
    try {
      return candidate(FastaProblems.next(records), file);
    } catch (RecordProblem e) {
      if (source.onInvalid() == OnInvalid.FAIL) throw e.fatal();
      tally.count("skipped." + e.code(), "Left out: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Candidate> candidate(SequenceRecord record, FastaFile file)
      throws RecordProblem {
    String name = file.input().name();
    byte[] labels = file.labels().isPresent() ? file.labels().get() : labels(record.id(), name);
    byte[] tokens = crop.of(record, name);
    int nRun = CentreCrop.longestNRun(tokens);
    if (source.maxNRun().isPresent() && nRun > source.maxNRun().getAsInt()) {
      tally.count("n-run.left-out", "First: " + record.id() + " in " + name + ", " + nRun + " N.");
      return Optional.empty();
    }
    if (nRun > NOTABLE_N_RUN) {
      tally.count("n-run.long", "First: " + record.id() + " in " + name + ", " + nRun + " N.");
    }
    ContentKey key = ContentKey.of(tokens);
    return Optional.of(
        new Candidate(record.id(), tokens, key, labels, splits.of(key, record.id()), name));
  }

  private byte[] labels(String id, String file) throws RecordProblem {
    return table
        .orElseThrow(() -> new SourceProblem("source.labels-unclear", "No labels.", "Name some."))
        .labels(id)
        .orElseThrow(
            () ->
                new RecordProblem(
                    "labels.missing",
                    file + ", record " + id + " has no line in the label table.",
                    "Add a line for it, or import with onInvalid=skip."));
  }
}
