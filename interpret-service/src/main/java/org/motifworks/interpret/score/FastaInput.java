package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.motifworks.core.sequence.FastaLimits;
import org.motifworks.core.sequence.FastaReader;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceRecord;

/** Sequences from FASTA. */
final class FastaInput implements ScoreInput {
  private final FastaReader reader;
  private boolean ended;

  FastaInput(InputStream body, int longest) throws IOException {
    this.reader = FastaReader.of(body, "", FastaLimits.DEFAULT.withRecordLength(longest));
  }

  @Override
  public Optional<ScoreItem> next() {
    if (ended) return Optional.empty();
    try {
      if (!reader.hasNext()) return Optional.empty();
      SequenceRecord record = reader.next();
      return Optional.of(ScoreItem.sequence(record.id(), record.tokens()));
    } catch (SequenceFormatException e) {
      ended = FastaReader.endsReading(e);
      return Optional.of(
          ScoreItem.bad(e.record(), new ScoreItem.RecordError(e.code(), e.getMessage(), ended)));
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
