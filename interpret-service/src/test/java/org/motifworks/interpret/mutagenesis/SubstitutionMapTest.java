package org.motifworks.interpret.mutagenesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.sequence.DnaAlphabet;

class SubstitutionMapTest {
  private static final byte[] TOKENS = DnaAlphabet.tokenise("ACN");

  @Test
  void strongestEffect_hasFullColour_gainsRed_lossesBlue() {
    double[][] effects = {{0, -2, 1, 0.001}, {0, 0, 0, 0}, {0, 0, 0, 0}};
    String svg = SubstitutionMap.of(effects, TOKENS, 1).toGroup();
    assertThat(svg)
        .contains("<rect x=\"36\" y=\"14\" width=\"20\" height=\"14\" fill=\"#2166ac\"")
        .contains("fill=\"#2166ac\" fill-opacity=\"1.00\"")
        .contains("fill=\"#b2182b\" fill-opacity=\"0.50\"");
    assertThat(svg.split("<rect")).hasSize(3); // a two-thousandth is not seen
    assertThat(svg.split("fill-opacity=\"\\.5\""))
        .as("A and C in their rows, N in none")
        .hasSize(3);
  }

  @Test
  void lines_shareOneScaleOfColours_andGoOnCounting() {
    double[][] effects = {{0, -2, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}};
    List<SubstitutionMap> lines = SubstitutionMap.of(effects, TOKENS, 9).lines(1);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).toGroup()).contains("fill-opacity=\"0.50\"").contains(">10</text>");
    assertThat(lines.get(1).width()).isEqualTo(56);
  }

  @Test
  void noEffectAtAll_isStillDrawn() {
    assertThat(SubstitutionMap.of(new double[3][4], TOKENS, 1).toGroup())
        .doesNotContain("NaN")
        .doesNotContain("<rect")
        .contains(">N</text>");
  }
}
