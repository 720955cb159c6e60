package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.motif.ReferenceFolder;

/** Mixed-case ChIP-seq peaks as tools write them; counts by Python. */
class RealPeaksTest {

  @ParameterizedTest
  @CsvSource({
    "data/mafk-peaks.fa, 3900, chr14:77423023-77423223, 238277, 151029, 151970, 238724",
    "data/oct4-peaks.fa, 3897, chr1:15710957-15711157, 210607, 178552, 179650, 210591"
  })
  void peaks_areReadWhole(String name, int records, String first, long a, long c, long g, long t)
      throws IOException {
    Path file = ReferenceFolder.file(name);
    long[] counts = new long[Nucleotide.COUNT];
    Set<ContentKey> keys = new HashSet<>();
    try (FastaReader reader = FastaReader.open(file)) {
      SequenceRecord record = reader.next();
      assertThat(record.id()).isEqualTo(first);
      while (true) {
        assertThat(record.length()).isEqualTo(200);
        for (byte token : record.tokens()) counts[token]++;
        keys.add(ContentKey.of(record.tokens()));
        if (!reader.hasNext()) break;
        record = reader.next();
      }
    }
    assertThat(counts).containsExactly(a, c, g, t, 0);
    assertThat(keys).as("no two peaks are alike on either strand").hasSize(records);
  }
}
