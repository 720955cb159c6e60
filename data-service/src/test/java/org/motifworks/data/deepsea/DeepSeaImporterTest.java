package org.motifworks.data.deepsea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.data.source.SourceProblem;

/** The fixtures' values are computed here by the formula of {@code make_fixtures.py}. */
class DeepSeaImporterTest {

  private static final int[] SEQUENCES = {150, 40, 50};
  private static final int LABELS = 20;
  private static final String THREE =
      "'classes':[{'name':'MAFK','column':13},{'name':'SP1','column':'0'},{'column':7}]";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"train.mat", "train-wide-chunks.mat", "train-contiguous.mat"})
  void labelledSequences_haveExactlyTheirTokensAndLabels(String train) throws IOException {
    DeepSeaImport with = new DeepSeaImport(folder).train(train);
    DatasetDescription made = with.run(THREE);
    assertThat(made.classes()).containsExactly("MAFK", "SP1", "label-7");
    assertThat(made.window()).isEqualTo(60);
    assertThat(contents(with)).containsExactlyElementsOf(expected(true, 13, 0, 7));
    assertThat(contents(with)).hasSizeBetween(60, 120);
    try (Stream<Path> left = Files.walk(with.out())) {
      assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void allColumnsAndSequences_areTakenOnRequest() throws IOException {
    DeepSeaImport with = new DeepSeaImport(folder);
    with.run("'classes':[{'column':'*'}],'keep':'all'");
    int[] all = new int[LABELS];
    for (int i = 0; i < LABELS; i++) all[i] = i;
    assertThat(contents(with)).containsExactlyElementsOf(expected(false, all)).hasSize(240);
  }

  @Test
  void columnsGoByNames_fromAFile() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < LABELS; i++)
      names.append(i + 1).append("\tcell|F").append(i).append("|x\n");
    Path file = Files.writeString(folder.resolve("names.txt"), names);
    DeepSeaImport with = new DeepSeaImport(folder).file("names.txt", file);
    String settings =
        "'labelNames':'names.txt','classes':[{'column':'cell|F7|x'},{'name':'A','column':2}]";
    assertThat(with.run(settings).classes()).containsExactly("cell|F7|x", "A");
    assertThat(contents(with)).containsExactlyElementsOf(expected(true, 7, 2));

    assertRefused(settings.replace("F7", "F99"), "labels.column", "'cell|F99|x'", "None is called");
    Files.writeString(file, "one\ntwo\n");
    assertRefused(with, settings, "labels.names", "2 names for 20");
  }

  @Test
  void otherChannelOrder_givesOtherLetters() throws IOException {
    DeepSeaImport with = new DeepSeaImport(folder);
    with.run(THREE + ",'channels':'acgt'");
    List<String> exchanged = new ArrayList<>();
    for (String row : expected(true, 13, 0, 7)) {
      String[] cells = row.split(" ");
      String letters = cells[1].replace('C', 'x').replace('G', 'C').replace('x', 'G');
      exchanged.add(cells[0] + " " + letters + " " + cells[2]);
    }
    assertThat(contents(with)).containsExactlyElementsOf(exchanged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "train-of-doubles.mat; mat.type; not an array of uint8",
        "train-channels-last.mat; deepsea.shape; 4 x 60 x 150",
        "train-labels-short.mat; deepsea.shape; of which there are 150",
        "train-two-hot.mat; deepsea.not-one-hot; sequence 17, position 3",
        "train-label-two.mat; deepsea.label; sequence 5 in column 3",
        "valid.mat; mat.variable-missing; validxdata (60 x 4 x 40 bytes)",
        "make_fixtures.py; mat.format; no MATLAB file"
      })
  void fileOfAnotherKind_isRefusedWithASentence(String file, String code, String words)
      throws IOException {
    DeepSeaImport with = new DeepSeaImport(folder).train(file);
    assertRefused(with, "'classes':[{'column':3},{'column':4}]", code, "train.mat", words);
  }

  @Test
  void columnThatIsNotThere_isRefused() throws IOException {
    assertRefused("'keep':'all'", "labels.column", "'592'", "0 to 19"); // the paper's columns
    assertRefused("'classes':[{'column':'CTCF'}]", "labels.column", "'CTCF'");
    assertRefused("'classes':[{'column':1},{'column':1}]", "classes.name-twice", "label-1");
    assertRefused(THREE + ",'channels':'AGCU'", "deepsea.channels", "AGCU");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train.mat", "valid.mat", "test.mat"})
  void fileCutOffAnywhere_isRefused_andNeverADataset(String name) throws IOException {
    byte[] whole = Files.readAllBytes(DeepSeaImport.FIXTURES.resolve(name));
    for (int tenth = 0; tenth < 10; tenth++) {
      Path run = Files.createDirectory(folder.resolve("cut" + tenth));
      byte[] cut = java.util.Arrays.copyOf(whole, whole.length * tenth / 10);
      DeepSeaImport with = new DeepSeaImport(run).file(name, Files.write(run.resolve(name), cut));
      assertThatThrownBy(() -> with.run(THREE))
          .as("%d of %d bytes", cut.length, whole.length)
          .isInstanceOfSatisfying(
              SourceProblem.class, e -> assertThat(e.code()).startsWith("mat."));
      assertThat(with.out().resolve("dataset.json")).doesNotExist();
    }
  }

  @Test
  void channelOrderCheck_noticesExchangedGAndC() {
    byte[] vertebrate = DnaAlphabet.tokenise("GCATGCTTGCAACG".repeat(3_000));
    ChannelOrderCheck right = new ChannelOrderCheck("AGCT", "train.mat");
    right.add(vertebrate);
    right.check();
    byte[] exchanged = DnaAlphabet.tokenise("CGATCGTTCGAAGC".repeat(10_000));
    ChannelOrderCheck wrong = new ChannelOrderCheck("AGCT", "train.mat");
    wrong.add(exchanged);
    assertThatThrownBy(wrong::check)
        .isInstanceOfSatisfying(
            SourceProblem.class, e -> assertThat(e.action()).contains("\"ACGT\""));
  }

  private void assertRefused(String settings, String code, String... words) throws IOException {
    DeepSeaImport with = new DeepSeaImport(folder);
    if (Files.exists(folder.resolve("names.txt"))) {
      with.file("names.txt", folder.resolve("names.txt"));
    }
    assertRefused(with, settings, code, words);
  }

  private static void assertRefused(
      DeepSeaImport with, String settings, String code, String... words) throws IOException {
    Files.deleteIfExists(with.out().resolve("dataset.json"));
    assertThatThrownBy(() -> with.run(settings))
        .isInstanceOfSatisfying(
            SourceProblem.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.detail()).contains(words);
              assertThat(e.action()).isNotBlank();
            });
    assertThat(with.out().resolve("dataset.json")).doesNotExist();
  }

  private static List<String> contents(DeepSeaImport with) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Dataset dataset = with.dataset()) {
      for (Split split : Split.values()) {
        DatasetSplit all = dataset.split(split);
        List<String> ids = all.ids();
        for (int i = 0; i < all.size(); i++) {
          StringBuilder labels = new StringBuilder();
          for (byte label : all.labels().row(i)) labels.append(label);
          rows.add(ids.get(i) + " " + DnaAlphabet.format(all.sequences().row(i)) + " " + labels);
        }
      }
    }
    return rows;
  }

  private static List<String> expected(boolean labelledOnly, int... columns) {
    List<String> rows = new ArrayList<>();
    for (int split = 0; split < 3; split++) {
      for (int r = 0; r < SEQUENCES[split]; r++) {
        StringBuilder letters = new StringBuilder();
        for (int p = 0; p < 60; p++) {
          letters.append("ACGTN".charAt((r * 31 + p * 17 + r * p * 7 + split * 3) % 11 % 5));
        }
        StringBuilder labels = new StringBuilder();
        for (int c : columns) labels.append((r * 7 + c * 13 + r * c + split) % 9 == 0 ? 1 : 0);
        if (labelledOnly && labels.indexOf("1") < 0) continue;
        rows.add(Split.values()[split].folder() + "-" + r + " " + letters + " " + labels);
      }
    }
    return rows;
  }
}
