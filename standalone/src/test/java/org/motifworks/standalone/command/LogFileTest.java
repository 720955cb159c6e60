package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir Path folder;

  @Test
  void tail_thenWhatIsAdded_wholeLinesOnly_alsoAfterRotation() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\nfo");
    LogFile log = new LogFile(file);

    assertThat(log.last(2)).containsExactly("two", "three");
    Files.writeString(file, "ur\nfive\n", StandardOpenOption.APPEND);
    assertThat(log.more()).containsExactly("four", "five");
    assertThat(log.more()).isEmpty();

    Files.writeString(file, "new\n");
    assertThat(log.more()).containsExactly("new");
  }

  @Test
  void missingLog_isEmpty() throws IOException {
    assertThat(new LogFile(folder.resolve("none.log")).last(5)).isEmpty();
  }
}
