package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

  @TempDir Path folder;

  @Test
  void fullLog_isRotated_andTheOldestDropped() throws IOException {
    Path file = folder.resolve("a.log");
    try (RotatingLog log = new RotatingLog(file, 10, 2)) {
      for (String line : new String[] {"one", "two", "three", "four", "five"}) log.append(line);
      assertThat(log.tail()).containsExactly("one", "two", "three", "four", "five");
    }
    assertThat(Files.readString(file)).isEqualTo("four\nfive\n");
    assertThat(Files.readString(folder.resolve("a.log.1"))).isEqualTo("three\n");
    assertThat(Files.readString(folder.resolve("a.log.2"))).isEqualTo("one\ntwo\n");
  }

  @Test
  void existingLog_isContinued() throws IOException {
    Path file = folder.resolve("a.log");
    for (String line : new String[] {"one", "two"}) {
      try (RotatingLog log = RotatingLog.at(file)) {
        log.append(line);
      }
    }
    assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
  }
}
