package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code gc} against a stand-in gateway. */
class GarbageCommandTest extends GatewayCommandTest {

  private static final String LOST =
      "{'removed':%s,'bytes':4100,'items':[{'key':'datasets/01A/1','bytes':4100,"
          + "'committed':'2026-11-01T08:00:00Z','reason':'its job ended without it (FAILED)'}]}";
  private static final String NONE = "{'removed':%s,'bytes':0,'items':[]}";

  @Test
  void dryRun_onlyAsks_andTellsWhy() {
    gateway.json(200, "GET /v1/garbage/datasets", json(LOST.formatted(false)));
    gateway.json(200, "GET /v1/garbage/models", json(NONE.formatted(false)));

    assertThat(run("gc", "--dry-run")).as(err.toString()).isZero();

    assertThat(gateway.requests("GET", "/v1/garbage/datasets").get(0).query())
        .isEqualTo("olderThan=PT168H");
    assertThat(out)
        .asString()
        .contains("datasets/01A/1", "4.1 KB", "its job ended without it (FAILED)")
        .endsWith("  4.1 KB could be freed.\n");
  }

  @Test
  void withoutIt_removes() {
    gateway.json(200, "DELETE /v1/garbage/datasets", json(NONE.formatted(true)));
    gateway.json(200, "DELETE /v1/garbage/models", json(NONE.formatted(true)));

    assertThat(run("gc", "--older-than", "12h")).as(err.toString()).isZero();

    assertThat(gateway.requests("DELETE", "/v1/garbage/models").get(0).query())
        .isEqualTo("olderThan=PT12H");
    assertThat(out).hasToString("Nothing to remove.\n");
  }

  @Test
  void noAge_isAWrongCommandLine() {
    assertThat(run("gc", "--older-than", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().contains("soon", "7d");
  }
}
