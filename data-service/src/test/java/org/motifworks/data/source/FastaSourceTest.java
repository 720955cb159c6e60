package org.motifworks.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;

class FastaSourceTest {

  @Test
  void filesNamedByPath_areAllowed_andWhatTheDatasetTellsHasNoPath() throws IOException {
    AppendSource source =
        read(
            """
            {"kind": "append", "base": "peaks", "added": {"kind": "fasta",
             "classes": [{"name": "A", "file": "/data/may/a.fa"}]}}""");
    source.validate();
    assertThat(source.files()).containsExactly("/data/may/a.fa");
    assertThat(source.withoutPaths().files()).containsExactly("a.fa");
    assertThat(Json.mapper().writeValueAsString(source.withoutPaths())).doesNotContain("/data");
  }

  @Test
  void tableAndItsFiles_loseTheirPathsToo() throws IOException {
    AppendSource source =
        read(
            """
            {"kind": "append", "base": "peaks", "added": {"kind": "fasta",
             "labels": "/data/may.tsv", "sequences": ["/data/may.fa"]}}""");
    assertThat(source.withoutPaths().files()).containsExactlyInAnyOrder("may.tsv", "may.fa");
  }

  @Test
  void relativePath_isRefused() throws IOException {
    AppendSource source =
        read(
            """
            {"kind": "append", "base": "peaks", "added": {"kind": "fasta",
             "labels": "../may.tsv", "sequences": ["may.fa"]}}""");
    assertThatThrownBy(source::validate)
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("..");
  }

  private static AppendSource read(String json) throws IOException {
    return (AppendSource) Json.mapper().readValue(json, DatasetSource.class);
  }
}
