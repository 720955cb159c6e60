package org.motifworks.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.metric.AuRoc;
import org.motifworks.core.metric.RankedScores;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.FolderArtifactStore;
import org.xml.sax.InputSource;

class FiguresTest {

  @TempDir Path folder;
  private ArtifactStore store;
  private ModelFolders folders;
  private Figures figures;

  @BeforeEach
  void open() {
    store = new FolderArtifactStore(folder);
    folders = new ModelFolders(store);
    figures = new Figures(folders, new TestLabels(store));
  }

  @Test
  void names_areThoseThatWhatIsFinishedIsEnoughFor() throws IOException {
    assertThat(names(new TinyReport(store, "cnn-2", "cnn-25").input())).isEmpty();
    assertThat(names(new TinyReport(store, "cnn-2", "cnn-25").finished("cnn-25").input()))
        .containsExactly(
            "match-share",
            "learning-curves",
            "roc",
            "precision-recall",
            "filters-cnn-25",
            "saliency-cnn-25");
  }

  @Test
  void names_ofArchitecturesThatDifferInSignsOnly_differ() throws IOException {
    ReportInput input = new TinyReport(store).with("a/b").with("a b").input();
    assertThat(Figures.filters(input, "a/b")).isEqualTo("filters-a_b");
    assertThat(Figures.filters(input, "a b")).isEqualTo("filters-a_b_2");
  }

  @Test
  void everyFigure_isAWellFormedDocumentThatFetchesNothing() throws Exception {
    ReportInput input =
        new TinyReport(store, "cnn-2", "cnn-25").finished("cnn-2").finished("cnn-25").input();
    for (String name : names(input)) {
      String svg = figures.draw(input, name).orElseThrow().document();
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(svg)))
                  .getDocumentElement()
                  .getNodeName())
          .as(name)
          .isEqualTo("svg");
      assertThat(svg).as(name).doesNotContain("var(", "NaN", "Infinity", "href=\"http");
    }
    assertThat(figures.draw(input, "nothing")).isEmpty();
  }

  /** The drawn line's area is the metric, to half a pixel. */
  @Test
  void rocCurves_haveTheAreaThatTheMetricSays() throws IOException {
    ReportInput input = new TinyReport(store, "cnn-25").finished("cnn-25").input();
    String svg = figures.draw(input, Figures.ROC).orElseThrow().content();
    float[][] logits = folders.testLogits(input.trained().get(0), 0, 1);
    byte[][] labels = new TestLabels(store).of(input.dataset().ref(), 0, 1);
    List<Double> areas = areas(svg);
    assertThat(areas).hasSize(2);
    for (int c = 0; c < 2; c++) {
      double expected = AuRoc.of(RankedScores.of(logits[c], labels[c])).getAsDouble();
      assertThat(expected).isBetween(0.7, 0.99);
      assertThat(areas.get(c)).isCloseTo(expected, within(0.5 / 150));
      assertThat(svg).contains("AU-ROC " + String.format(java.util.Locale.ROOT, "%.3f", expected));
    }
  }

  /** By trapezoids, of the lines of panels: plots are 165 units wide, 150 high. */
  private static List<Double> areas(String svg) {
    List<Double> areas = new ArrayList<>();
    Matcher lines = Pattern.compile("<polyline class=\"whole\" points=\"([^\"]+)\"").matcher(svg);
    lines.find(); // the legend's
    while (lines.find()) {
      double area = 0;
      double[] before = null;
      for (String pair : lines.group(1).trim().split(" ", -1)) {
        String[] xy = pair.split(",", -1);
        double[] now = {
          (Double.parseDouble(xy[0]) - 38) / 165, (194 - Double.parseDouble(xy[1])) / 150
        };
        if (before != null) area += (now[0] - before[0]) * (now[1] + before[1]) / 2;
        before = now;
      }
      areas.add(area);
    }
    return areas;
  }

  @Test
  void filterGallery_tellsKindsApartByWordsAndFrames() throws IOException {
    ReportInput input = new TinyReport(store, "cnn-25").finished("cnn-25").input();
    String svg = figures.draw(input, "filters-cnn-25").orElseThrow().content();
    assertThat(count(svg, "tile-relevant")).isEqualTo(2);
    assertThat(count(svg, "tile-any")).isEqualTo(1);
    assertThat(count(svg, "tile-dead")).isEqualTo(1);
    assertThat(count(svg, ">● MAX<")).isEqualTo(2);
    assertThat(svg)
        .contains(">○ Arnt<", ">× never fired<")
        .contains("75 % match JASPAR, 50 % a factor of the dataset (code rule, sharpened clip)");
  }

  @Test
  void saliency_marksTheEmbeddedMotif() throws IOException {
    ReportInput input = new TinyReport(store, "cnn-25").finished("cnn-25").input();
    String svg = figures.draw(input, "saliency-cnn-25").orElseThrow().content();
    assertThat(svg)
        .contains("class=\"truth\" x=\"250.0\"", "width=\"150.0\"") // 10 to 16 of 40 on 1000
        .contains(">MAX +<", "test-0, probability 0.982, AU-ROC 0.970");
  }

  @Test
  void matchShare_namesRuleClipAndEveryArchitecture() throws IOException {
    ReportInput input =
        new TinyReport(store, "cnn-2", "cnn-25").finished("cnn-2").finished("cnn-25").input();
    String svg = figures.draw(input, Figures.MATCH_SHARE).orElseThrow().content();
    assertThat(svg)
        .contains("a factor of the dataset (code rule, sharpened clip)")
        .contains(">cnn-2<", ">cnn-25<", "filters of 19 nt");
  }

  private List<String> names(ReportInput input) {
    return figures.names(input).stream().map(FigureName::name).toList();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
