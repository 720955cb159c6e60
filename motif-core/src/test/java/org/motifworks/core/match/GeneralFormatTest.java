package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What C's printf("%g", (float) x) prints. */
class GeneralFormatTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.1, 0.1",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "123456, 123456",
    "1234567, 1.23457e+06",
    "999999.5, 1e+06",
    "1.4e-45, 1.4013e-45",
    "12.0144, 12.0144",
    "1.0e-100, 0",
    "6.80502e-10, 6.80502e-10",
    "100, 100",
    "0.30000001, 0.3"
  })
  void number_isPrintedAsInC(double value, String expected) {
    assertThat(GeneralFormat.format(value)).isEqualTo(expected);
  }
}
