package org.motifworks.trainer.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.trainer.provenance.Reproduction.DifferingInput;

class ReproductionsTest {

  @Test
  void files_thatDifferOrAreMissing_areNamed() {
    assertThat(
            Reproductions.differing(
                Manifest.of("model", List.of(file("a", "1"), file("b", "2"), file("c", "3"))),
                Manifest.of("model", List.of(file("a", "1"), file("b", "9"), file("d", "4")))))
        .containsExactly("b", "c", "d");
  }

  @Test
  void inputs_thatDiffer_areNamedWithBothValues() throws IOException {
    assertThat(
            Reproductions.differingInputs(
                json("{'provenance':{'libTorch':'2.5.1','seed':1,'device':'cpu'}}"),
                json("{'provenance':{'libTorch':'2.7.1','seed':1,'threads':2,'device':'cpu'}}")))
        .containsExactly(
            new DifferingInput("libTorch", "2.5.1", "2.7.1"),
            new DifferingInput("threads", "not told", "2"));
  }

  private static Manifest.Entry file(String path, String sha256) {
    return new Manifest.Entry(path, 1, sha256);
  }

  private static JsonNode json(String text) throws IOException {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }
}
