package org.motifworks.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

  @TempDir Path folder;

  @Test
  void folderWhoseUnpackingWasCutOff_goes_andAWholeOneStays() throws IOException {
    Path half = Files.createDirectories(folder.resolve("PG-half/lib"));
    Files.createSymbolicLink(half.resolve("libpq.so"), Path.of("libpq.so.5"));
    Path whole = Files.createDirectories(folder.resolve("PG-whole/lib"));
    Files.createFile(whole.getParent().resolve(".exists"));

    assertThat(Binaries.whole(folder)).isEqualTo(folder);

    assertThat(half.getParent()).doesNotExist();
    assertThat(whole).exists();
    assertThat(Binaries.whole(folder.resolve("none"))).doesNotExist();
  }
}
