package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.DnaAlphabet;

class FastaImporterTest {

  private static final String TWO_CLASSES =
      "'classes':[{'name':'MAFK','file':'mafk.fa'},{'name':'Oct4','file':'oct4.fa'}]";
  private static final long SEED = 20260101;

  @TempDir Path folder;
  private Import imported;

  @BeforeEach
  void begin() {
    imported = new Import(folder);
  }

  @Test
  void eachFile_isAClass_inTheOrderGiven() throws IOException {
    twoClasses();
    DatasetDescription description = imported.run(TWO_CLASSES);

    assertThat(description.classes()).containsExactly("MAFK", "Oct4");
    assertThat(description.window()).isEqualTo(50);
    assertThat(description.sequences()).isEqualTo(160);
    assertThat(rows().get("mafk0")).isEqualTo("10");
    assertThat(rows().get("oct40")).isEqualTo("01");
  }

  @Test
  void sameInput_givesSameBytes() throws IOException {
    twoClasses();
    imported.run(TWO_CLASSES + ",'negatives':'dinucleotide-shuffle'");
    Path other = Files.createDirectory(folder.resolve("other"));
    Import again = new Import(other);
    again.file("mafk.fa", folder.resolve("mafk.fa")).file("oct4.fa", folder.resolve("oct4.fa"));
    again.run(TWO_CLASSES + ",'negatives':'dinucleotide-shuffle'");

    assertThat(bytes(again.out())).isEqualTo(bytes(imported.out()));
  }

  @Test
  void gzip_isReadLikePlainText() throws IOException {
    twoClasses();
    Path packed = folder.resolve("packed.fa");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(folder.resolve("mafk.fa"), out);
    }
    imported.file("mafk.fa", packed);
    assertThat(imported.run(TWO_CLASSES).sequences()).isEqualTo(160);
  }

  @Test
  void duplicates_onEitherStrand_areKeptOnceAndReported() throws IOException {
    twoClasses();
    String sequence = "ACGTTGCAAC".repeat(5);
    String reverse = "GTTGCAACGT".repeat(5);
    imported.file(
        "mafk.fa",
        RandomFasta.of("mafk", 80, 50, SEED) + ">a\n" + sequence + "\n>b\n" + reverse + "\n");
    DatasetDescription description = imported.run(TWO_CLASSES);

    assertThat(description.sequences()).isEqualTo(161);
    assertThat(warning(description, "duplicate.kept-once").count()).isEqualTo(1);
    assertThat(warning(description, "duplicate.kept-once").detail()).contains("b in mafk.fa");
    assertThat(rows()).containsKey("a").doesNotContainKey("b");
  }

  @Test
  void duplicates_withDifferentLabels_getAllOfThemAndAWarning() throws IOException {
    twoClasses();
    String shared = ">shared\n" + "ACGTTGCAAC".repeat(5) + "\n";
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED) + shared);
    imported.file("oct4.fa", RandomFasta.of("oct4", 80, 50, SEED + 1) + shared);
    DatasetDescription description = imported.run(TWO_CLASSES);

    assertThat(warning(description, "duplicate.conflicting-labels").count()).isEqualTo(1);
    assertThat(rows().get("shared")).isEqualTo("11");
  }

  @Test
  void background_hasNoLabels() throws IOException {
    twoClasses();
    imported.run(
        "'classes':[{'name':'MAFK','file':'mafk.fa'},{'background':true,'file':'oct4.fa'}]");
    assertThat(imported.dataset().description().classes()).containsExactly("MAFK");
    assertThat(rows().get("mafk3")).isEqualTo("1");
    assertThat(rows().get("oct43")).isEqualTo("0");
  }

  @Test
  void shuffledNegatives_haveNoLabels() throws IOException {
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED));
    imported.run("'classes':[{'name':'MAFK','file':'mafk.fa'}],'negatives':'dinucleotide-shuffle'");
    assertThat(rows().get("mafk5_shuffled")).isEqualTo("0");
  }

  @Test
  void longerSequences_areCutAboutTheirCentre() throws IOException {
    twoClasses();
    imported.file(
        "mafk.fa", RandomFasta.of("mafk", 80, 50, SEED) + ">long\nAAAACCCCCGTACGTACGTGGGGTTTTT\n");
    imported.file("oct4.fa", RandomFasta.of("oct4", 80, 28, SEED));
    imported.run(TWO_CLASSES + ",'window':20");
    assertThat(sequence("long")).isEqualTo("CCCCCGTACGTACGTGGGGT");
  }

  @Test
  void longRunsOfN_areReported_andLeftOutWhenAsked() throws IOException {
    twoClasses();
    String gappy = ">gappy\n" + "ACGTA".repeat(7) + "N".repeat(15) + "\n";
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED) + gappy);
    assertThat(warning(imported.run(TWO_CLASSES), "n-run.long").count()).isEqualTo(1);
    assertThat(rows()).containsKey("gappy");

    Import strict = new Import(Files.createDirectory(folder.resolve("strict")));
    strict.file("mafk.fa", folder.resolve("mafk.fa")).file("oct4.fa", folder.resolve("oct4.fa"));
    DatasetDescription description = strict.run(TWO_CLASSES + ",'maxNRun':14");
    assertThat(warning(description, "n-run.left-out").count()).isEqualTo(1);
    assertThat(description.sequences()).isEqualTo(160);
  }

  @Test
  void repeatedIds_ofDifferentSequences_getNumbers() throws IOException {
    imported.file("mafk.fa", RandomFasta.of("peak", 80, 50, SEED));
    imported.file("oct4.fa", RandomFasta.of("peak", 80, 50, SEED + 1));
    DatasetDescription description = imported.run(TWO_CLASSES);
    assertThat(warning(description, "id.repeated").count()).isEqualTo(80);
    assertThat(rows()).containsKeys("peak0", "peak0_2");
  }

  @Test
  void labelTable_labelsEachSequence() throws IOException {
    StringBuilder table = new StringBuilder("id\tMAFK\tOct4\r\n");
    for (int i = 0; i < 60; i++) {
      table.append("peak" + i + "\t" + i % 2 + "\t" + (i % 3 == 0 ? 1 : 0) + "\r\n");
    }
    imported.file("labels.tsv", table.toString());
    imported.file("peaks.fa", RandomFasta.of("peak", 60, 50, SEED));
    imported.run("'labels':'labels.tsv','sequences':['peaks.fa']");
    assertThat(rows().get("peak3")).isEqualTo("11");
    assertThat(rows().get("peak4")).isEqualTo("00");
  }

  @Test
  void progress_endsAtItsTotal_andCanStopTheImport() throws IOException {
    twoClasses();
    List<long[]> heard = new ArrayList<>();
    imported.run(TWO_CLASSES, (done, total) -> heard.add(new long[] {done, total}));
    long[] last = heard.get(heard.size() - 1);
    assertThat(last[0]).isEqualTo(last[1]);

    Import stopped = new Import(Files.createDirectory(folder.resolve("stopped")));
    stopped.file("mafk.fa", folder.resolve("mafk.fa")).file("oct4.fa", folder.resolve("oct4.fa"));
    assertThatThrownBy(
            () ->
                stopped.run(
                    TWO_CLASSES,
                    (done, total) -> {
                      if (done > total / 2) throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(stopped.out().resolve("dataset.json")).doesNotExist();
  }

  private void twoClasses() throws IOException {
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED));
    imported.file("oct4.fa", RandomFasta.of("oct4", 80, 50, SEED + 1));
  }

  /** Labels by id, such as {@code 10}. */
  private Map<String, String> rows() throws IOException {
    Map<String, String> labels = new HashMap<>();
    try (Dataset dataset = imported.dataset()) {
      byte[] row = new byte[dataset.description().classes().size()];
      for (Split split : Split.values()) {
        List<String> ids = dataset.split(split).ids();
        for (int i = 0; i < ids.size(); i++) {
          dataset.split(split).labels().copyRow(i, row, 0);
          StringBuilder text = new StringBuilder();
          for (byte label : row) text.append(label);
          labels.put(ids.get(i), text.toString());
        }
      }
    }
    return labels;
  }

  private String sequence(String id) throws IOException {
    try (Dataset dataset = imported.dataset()) {
      for (Split split : Split.values()) {
        int row = dataset.split(split).ids().indexOf(id);
        if (row < 0) continue;
        byte[] tokens = new byte[dataset.description().window()];
        dataset.split(split).sequences().copyRow(row, tokens, 0);
        return DnaAlphabet.format(tokens);
      }
    }
    throw new AssertionError("no record " + id);
  }

  private static DatasetWarning warning(DatasetDescription description, String code) {
    return description.warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not in " + description.warnings()));
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }
}
