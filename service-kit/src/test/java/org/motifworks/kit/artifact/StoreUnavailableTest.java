package org.motifworks.kit.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.sql.Outage;

class StoreUnavailableTest {

  private static final Path FULL = Path.of("/dev/full"); // a device that never has room

  @Test
  void orFull_ofFullDisk_isAProblemThatDoesNotPass() {
    assumeTrue(Files.exists(FULL), "no /dev/full on this system");
    IOException refused =
        catchThrowableOfType(IOException.class, () -> Files.write(FULL, new byte[1]));
    RuntimeException e = StoreUnavailable.orFull("datasets/1/1 was not committed", refused);
    assertThat(e).isInstanceOf(Problem.class);
    assertThat(((Problem) e).code()).isEqualTo("artifact.store-full");
    assertThat(Outage.isCauseOf(e)).isFalse();
  }

  @Test
  void orFull_ofAnythingElse_isAnOutage() {
    RuntimeException e =
        StoreUnavailable.orFull("1 cannot be staged", new IOException("I/O error"));
    assertThat(Outage.isCauseOf(e)).isTrue();
  }
}
