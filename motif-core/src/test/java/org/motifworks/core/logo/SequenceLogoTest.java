package org.motifworks.core.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.Strand;
import org.w3c.dom.Document;

class SequenceLogoTest {
  private static final Motif GABPA = JasparDatabase.jaspar2016().find("MA0062.2").orElseThrow();

  @Test
  void heights_areProbabilityTimesInformation() {
    double[][] rows = {{1, 0, 0, 0}, {.5, 0, 0, .5}, {.25, .25, .25, .25}};
    assertThat(LogoHeights.information(PositionProbabilityMatrix.of(rows)))
        .isDeepEqualTo(new double[][] {{2, 0, 0, 0}, {.5, 0, 0, .5}, {0, 0, 0, 0}});
  }

  @Test
  void letters_areStackedSmallestAtTheBottom() {
    double[][] rows = {{0.7, 0, 0.3, 0}};
    String svg = SequenceLogo.ofMotif(PositionProbabilityMatrix.of(rows)).toGroup();
    double bits = 2 + .7 * Math.log(.7) / Math.log(2) + .3 * Math.log(.3) / Math.log(2);
    double g = 50 * .3 * bits;
    double a = 50 * .7 * bits;
    assertThat(svg)
        .contains("#logo-G\" transform=\"translate(0.5 " + SvgText.number(100 - g))
        .contains("#logo-A\" transform=\"translate(0.5 " + SvgText.number(100 - g - a));
  }

  @Test
  void negativeContributions_hangUpsideDownBelowTheAxis() {
    String svg = SequenceLogo.ofContributions(new double[][] {{3, 0, 0, -1}}).toGroup();
    assertThat(svg)
        .contains("#logo-A\" transform=\"translate(0.5 0)scale(0.19 0.75)")
        .contains("#logo-T\" transform=\"translate(0.5 100)scale(0.19 -0.25)");
  }

  @Test
  void document_isWellFormedTitledAndDefinesEachGlyphOnce() throws Exception {
    String svg =
        SequenceLogo.ofMotif(GABPA.matrix())
            .titled("a < b & \"c\"")
            .withAxis()
            .withPositions(1)
            .withSpans(List.of(new LogoSpan(2, 6, "GABPA +")))
            .toSvg();
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a < b & \"c\"");
    assertThat(document.getElementsByTagName("defs").getLength()).isEqualTo(1);
    assertThat(svg).doesNotContainPattern(Pattern.compile("\\d\\.\\d{4}")).doesNotContain("NaN");
  }

  @Test
  void group_hasNoDefinitionsOfItsOwn() {
    assertThat(SequenceLogo.ofMotif(GABPA.matrix()).toGroup()).doesNotContain("<defs>");
    assertThat(SequenceLogo.defs()).containsOnlyOnce("logo-A").containsOnlyOnce("logo-T");
  }

  @Test
  void alignedPair_shiftsTheMotifThatBeginsLater() {
    AlignedLogos later = new AlignedLogos(GABPA, GABPA, 3, Strand.FORWARD);
    AlignedLogos sooner = new AlignedLogos(GABPA, GABPA, -2, Strand.REVERSE);
    assertThat(later.toGroup()).contains("translate(60 16)").contains("translate(0 16)");
    assertThat(sooner.toGroup()).contains("translate(40 16)").contains("reverse complement");
    assertThat(later.width()).isEqualTo((GABPA.width() + 3) * 20);
  }

  @Test
  void sharpenedSaliency_followsThePapersFormula() {
    double[][] heights = LogoHeights.sharpenedSaliency(new double[][] {{2, 0, 0, 0}, {0, 0, 0, 0}});
    double e = Math.exp(3);
    double[] p = {e / (e + 3), 1 / (e + 3), 1 / (e + 3), 1 / (e + 3)};
    double bits = 2;
    for (double x : p) bits += x * Math.log(x) / Math.log(2);
    assertThat(heights[0][0]).isEqualTo(p[0] * bits, within(1e-12));
    assertThat(heights[1]).containsOnly(0);
    assertThat(LogoHeights.sharpenedSaliency(new double[3][4])).isDeepEqualTo(new double[3][4]);
  }

  @Test
  void nothingToDraw_isStillADocument() {
    assertThat(SequenceLogo.ofContributions(new double[5][4]).withAxis().toSvg())
        .doesNotContain("NaN")
        .doesNotContain("<use");
  }

  @Test
  void lines_haveTheWholeLogosScale_positionsAndMarks() {
    double[][] heights = new double[7][4];
    heights[0][0] = 4;
    heights[6][3] = 1;
    SequenceLogo whole =
        SequenceLogo.ofContributions(heights)
            .withPositions(8)
            .withSpans(List.of(new LogoSpan(2, 5, "GABPA +")));
    List<SequenceLogo> lines = whole.lines(3);
    assertThat(lines).extracting(SequenceLogo::width).containsExactly(60.0, 60.0, 20.0);
    assertThat(lines.get(0).toGroup()).contains("#logo-A\" transform=\"translate(0.5 0)");
    assertThat(lines.get(2).toGroup()).contains("#logo-T\" transform=\"translate(0.5 75)");
    assertThat(lines).allSatisfy(line -> assertThat(line.toGroup()).contains("text-anchor"));
    assertThat(lines.get(2).toGroup()).contains(">14</text>").doesNotContain("GABPA");
    assertThat(lines.get(0).toGroup()).contains("<rect x=\"40\" y=\"0\" width=\"20\"");
    assertThat(lines.get(1).toGroup()).contains("<rect x=\"0\" y=\"0\" width=\"40\"");
    assertThat(whole.lines(7))
        .singleElement()
        .extracting(SequenceLogo::toSvg)
        .isEqualTo(whole.toSvg());
  }

  @Test
  void sheet_putsDrawingsUnderEachOther() {
    SequenceLogo logo = SequenceLogo.ofMotif(GABPA.matrix());
    String svg = new DrawingSheet("two").heading("a < b").drawing(logo).drawing(logo).toSvg();
    assertThat(svg)
        .contains("viewBox=\"0 0 " + SvgText.number(logo.width()) + " 244\"")
        .contains(">a &lt; b</text>")
        .contains("<g transform=\"translate(0 24)\">")
        .contains("<g transform=\"translate(0 134)\">")
        .containsOnlyOnce("<defs>");
  }

  @Test
  void wrongValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SequenceLogo.ofContributions(new double[3][4]).lines(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SequenceLogo.ofContributions(new double[][] {{Double.NaN, 0, 0, 0}}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SequenceLogo.ofMotif(GABPA.matrix())
                    .withSpans(List.of(new LogoSpan(0, 99, "too far"))));
  }
}
