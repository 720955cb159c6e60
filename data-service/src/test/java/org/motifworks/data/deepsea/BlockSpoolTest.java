package org.motifworks.data.deepsea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockSpoolTest {

  private static final long SEED = 20261105;

  @TempDir Path folder;

  @Test
  void matrixWrittenByColumns_isReadByRecords_andTheFileIsGoneAfterwards() throws IOException {
    int records = 2 * BlockSpool.BLOCK + 77;
    byte[][] columns = new byte[13][records];
    SplittableRandom random = new SplittableRandom(SEED);
    Path file = folder.resolve("spool");
    try (BlockSpool spool = new BlockSpool(file, columns.length)) {
      for (int i = columns.length - 1; i >= 0; i--) {
        random.nextBytes(columns[i]);
        for (int at = 0; at < records; ) {
          int count = Math.min(1 + random.nextInt(6_000), records - at);
          spool.write(i, at, columns[i], at, count);
          at += count;
        }
      }
      byte[] record = new byte[columns.length];
      for (int r = 0; r < records; r++) {
        spool.read(r, record);
        for (int i = 0; i < record.length; i++) {
          if (record[i] != columns[i][r]) throw new AssertionError("record " + r + ", " + i);
        }
      }
      assertThat(file).exists();
    }
    assertThat(Files.exists(file)).isFalse();
  }
}
