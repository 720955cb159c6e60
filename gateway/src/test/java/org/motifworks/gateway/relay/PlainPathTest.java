package org.motifworks.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @Test
  void segments_areDecoded() {
    assertThat(PlainPath.segments("/v1/models/tf12%40champion/a+b%20c"))
        .containsExactly("v1", "models", "tf12@champion", "a+b c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/../datasets",
        "/v1/./models",
        "/v1/%2e%2e/models",
        "/v1/models/a%2Fscore",
        "/v1/models/a%5cscore",
        "/v1/models/a\\score",
        "/v1//models",
        "//v1/models",
        "/v1/models/%00",
        "/v1/models/a%0d%0aX:1",
        "/v1/models/%ff",
        "/v1/models/%zz",
        "/v1/models/%2",
        "v1/models",
      })
  void pathThatCouldBeMisread_isRefused(String path) {
    assertThatThrownBy(() -> PlainPath.segments(path)).isInstanceOf(PlainPath.Malformed.class);
  }
}
