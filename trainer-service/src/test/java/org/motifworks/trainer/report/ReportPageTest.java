package org.motifworks.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.FolderArtifactStore;

class ReportPageTest {

  @TempDir Path folder;
  private ArtifactStore store;

  @BeforeEach
  void open() {
    store = new FolderArtifactStore(folder);
  }

  @Test
  void page_tellsEverythingTheTableStandsOn() throws IOException {
    ReportInput input =
        new TinyReport(store, "cnn-2", "cnn-25").finished("cnn-2").finished("cnn-25").input();
    String html = page(input);
    assertThat(html)
        .contains("<h1>whole &amp; &lt;partial&gt;</h1>")
        .contains(input.dataset().ref().manifestSha256(), "<b>paper-code</b>")
        .contains("code rule,<br>sharpened clip", "text rule<small>plain clip</small>")
        .contains("0.900 &#177; 0.050", "75 / 50")
        .contains("Wilcoxon signed-rank test", "&#9679;&#8239;&#8722;15<small>0.020</small>")
        .contains("<figure id=\"match-share\">", "<figure id=\"filters-cnn-2\">")
        .contains("<figure id=\"roc\">", "<figure id=\"saliency-cnn-")
        .doesNotContain("Not all trials are in");
    for (TrainedTrial trained : input.trained()) {
      assertThat(html)
          .contains(trained.model().id(), trained.model().ref().manifestSha256())
          .contains(trained.model().interpretation().ref().manifestSha256());
    }
  }

  @Test
  void page_opensOffline() throws IOException {
    String html = page(new TinyReport(store, "cnn-25").finished("cnn-25").input());
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .doesNotContain("<script", "src=", "@import", "url(", "href=\"http")
        .doesNotContain("NaN");
    assertThat(Pattern.compile("href=\"(?!#logo-)").matcher(html).find()).isFalse();
  }

  @Test
  void unfinishedExperiment_saysSo_andShowsWhatIsThere() throws IOException {
    String html = page(new TinyReport(store, "cnn-2", "cnn-25").finished("cnn-25").input());
    assertThat(html)
        .contains("Not all trials are in", "1 of 2 runs ended in a model")
        .contains("<figure id=\"filters-cnn-25\">", ">RUNNING</td>")
        .doesNotContain("<figure id=\"filters-cnn-2\">", "Are they different?");
  }

  @Test
  void experimentWithoutAModel_hasAReport() throws IOException {
    assertThat(page(new TinyReport(store, "cnn-2").input()))
        .contains("0 of 1 run ended in a model", "What was asked")
        .doesNotContain("<figure", "<h2>Results");
  }

  /** Datasets are deleted when they are retired; what else was found is still worth reading. */
  @Test
  void figureWhoseFilesAreGone_isLeftOutWithItsReason() throws IOException {
    ReportInput input = new TinyReport(store, "cnn-25").finished("cnn-25").input();
    store.delete(input.dataset().ref().key());
    assertThat(page(input))
        .contains("Figure roc: ", input.dataset().ref().key())
        .contains("<figure id=\"filters-cnn-25\"><svg");
  }

  private String page(ReportInput input) throws IOException {
    Figures figures = new Figures(new ModelFolders(store), new TestLabels(store));
    StringBuilder html = new StringBuilder();
    new ReportPage(figures).write(input, html);
    return html.toString();
  }
}
