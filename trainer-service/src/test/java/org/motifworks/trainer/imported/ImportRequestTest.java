package org.motifworks.trainer.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.kit.problem.Problem;

/** What is said of a model beside its bytes. */
class ImportRequestTest {

  @Test
  void classNames_arePartedByCommas_andStripped() {
    ImportRequest request = ImportRequest.of("tf12", "MAX, c-Myc ,SRF", "deep.onnx", "eva");
    assertThat(request.classes().orElseThrow()).containsExactly("MAX", "c-Myc", "SRF");
  }

  @Test
  void whatIsNotSaid_isMadeUp_andControlCharactersAreTakenOut() {
    ImportRequest silent = ImportRequest.of("tf12", null, null, " ");
    assertThat(silent.classes()).isEmpty();
    assertThat(silent.file()).isEqualTo("model.onnx");
    assertThat(silent.actor()).isEqualTo("someone");
    assertThat(ImportRequest.of("tf12", null, "a\nb.onnx", "eva").file()).isEqualTo("a?b.onnx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,,b", "a,a", "a,b\u0007", ","})
  void unfitClassNames_areRefused(String classes) {
    assertThatThrownBy(() -> ImportRequest.of("tf12", classes, null, null))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("model.class-names");
  }
}
