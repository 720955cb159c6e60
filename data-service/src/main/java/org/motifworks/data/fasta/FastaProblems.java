package org.motifworks.data.fasta;

import java.util.Map;
import java.util.Set;
import org.motifworks.core.sequence.FastaReader;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceRecord;
import org.motifworks.data.source.SourceProblem;

/**
 * What a FASTA reader's complaints mean for an import: which concern one record, and what to do.
 */
final class FastaProblems {

  private static final Set<String> WHOLE_FILE =
      Set.of("fasta.empty", "fasta.no-header", "gzip.truncated", "gzip.corrupt");

  private static final Map<String, String> ACTIONS =
      Map.of(
          "fasta.empty", "Send a FASTA file with at least one record.",
          "fasta.no-header", "Send FASTA, plain or gzip: '>' and an id, then the sequence.",
          "gzip.truncated", "Compress or copy the file again, and send it whole.",
          "gzip.corrupt", "Compress or copy the file again, and send it whole.");

  private FastaProblems() {}

  /** The next record; a complaint about that record alone becomes a {@link RecordProblem}. */
  static SequenceRecord next(FastaReader records) throws RecordProblem {
    try {
      return records.next();
    } catch (SequenceFormatException e) {
      if (WHOLE_FILE.contains(e.code())) throw e;
      throw new RecordProblem(
          e.code(), e.getMessage(), "Remove the record, or import with onInvalid=skip.", e);
    }
  }

  /** A complaint after which nothing more can be read. */
  static SourceProblem ofFile(SequenceFormatException e) {
    String action = ACTIONS.getOrDefault(e.code(), "Put the file right and send it again.");
    return new SourceProblem(e.code(), e.getMessage(), action, e);
  }
}
