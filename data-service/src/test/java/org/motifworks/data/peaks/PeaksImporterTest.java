package org.motifworks.data.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.data.peaks.TinyGenome.Expected;

class PeaksImporterTest {

  private static final String THREE =
      "'genome':'genome.fa','peaks':[{'name':'CTCF','file':'ctcf.narrowPeak'},"
          + "{'name':'MAFK','file':'mafk.narrowPeak'},{'name':'SRF','file':'srf.narrowPeak'}]";

  @TempDir Path folder;

  private final TinyGenome genome = new TinyGenome();

  @Test
  void everyBin_hasTheLabelsAndLetters_ofASlowIndependentCount() throws IOException {
    DatasetDescription made = three("chr").run(THREE);
    assertThat(made.classes()).containsExactly("CTCF", "MAFK", "SRF");
    assertThat(made.window()).isEqualTo(1000);
    assertThat(contents()).containsExactlyElementsOf(inSplitOrder(genome.expected(1000)));
    assertThat(contents()).hasSizeGreaterThan(150);
    int inside = genome.expected(1000).size();
    assertThat(count(made, "bins.left-out.window-off-chromosome"))
        .isPositive()
        .isEqualTo(genome.expected(200).size() - inside);
    try (Stream<Path> left = Files.walk(folder.resolve("out"))) {
      assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void chromosomesWithoutPrefix_andGzippedPeaks_giveTheSameDataset() throws IOException {
    PeakImport with = three("");
    Path gzip = folder.resolve("srf.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      Files.copy(folder.resolve("srf.narrowPeak"), out);
    }
    with.file("srf.narrowPeak", gzip).run(THREE + ",'window':400");
    assertThat(contents()).containsExactlyElementsOf(inSplitOrder(genome.expected(400)));
  }

  @Test
  void filesOfOneName_areOneClass() throws IOException {
    three("chr").run(THREE.replace("MAFK", "CTCF"));
    List<Expected> union = new ArrayList<>();
    for (Expected each : genome.expected(1000)) {
      String pooled = each.labels().startsWith("00") ? "0" : "1";
      union.add(
          new Expected(each.split(), each.id(), each.letters(), pooled + each.labels().charAt(2)));
    }
    assertThat(contents()).containsExactlyElementsOf(inSplitOrder(union));
  }

  @Test
  void blacklistedBins_areLeftOut_atTheFirstSharedNucleotide() throws IOException {
    // Bin 2800-3000 of chr1 is labelled by a peak of every class; its last nucleotide is 2999.
    assertThat(genome.expected(1000)).anyMatch(each -> each.id().equals("chr1:2400-3400"));
    String settings = THREE + ",'blacklist':'black.bed'";
    DatasetDescription made = three("chr").file("black.bed", "chr1\t2999\t3000\n").run(settings);
    assertThat(count(made, "bins.left-out.blacklisted")).isEqualTo(1);
    List<Expected> expected = new ArrayList<>(genome.expected(1000));
    expected.removeIf(each -> each.id().equals("chr1:2400-3400"));
    assertThat(contents()).containsExactlyElementsOf(inSplitOrder(expected));
  }

  @Test
  void heldOutRegion_sharesNoNucleotideWithOtherSplits() throws IOException {
    String region = ",'split':{'by':'chromosome','validation':['1:20000-30000'],'test':['8','9']}";
    DatasetDescription made = three("chr").run(THREE + region);
    assertThat(count(made, "bins.left-out.near-held-out")).isPositive();
    Set<Integer> validation = new HashSet<>();
    Set<Integer> training = new HashSet<>();
    for (Expected each : contents()) {
      if (!each.id().startsWith("chr1:")) continue;
      int start = Integer.parseInt(each.id().replaceAll(".*:(\\d+)-.*", "$1"));
      if (each.split() == Split.VALIDATION) {
        assertThat(start + 400).isBetween(20_000, 29_800);
      }
      Set<Integer> places = each.split() == Split.VALIDATION ? validation : training;
      for (int i = 0; i < 1000; i++) places.add(start + i);
    }
    assertThat(validation).isNotEmpty();
    assertThat(training).hasSizeGreaterThan(10_000);
    assertThat(Collections.disjoint(validation, training)).isTrue();
  }

  @Test
  void windowsOfN_areLeftOutOnRequest_andReportedElse() throws IOException {
    DatasetDescription all = three("chr").run(THREE);
    long many = count(all, "n.many");
    assertThat(many).isPositive();
    assertThat(genome.expected(1000).stream().filter(each -> n(each) > 100).count())
        .isEqualTo(many);

    Path second = Files.createDirectory(folder.resolve("second"));
    PeakImport again = new PeakImport(second);
    addFiles(again, "chr").run(THREE + ",'maxN':100");
    try (Dataset dataset = again.dataset()) {
      assertThat(dataset.description().sequences())
          .isEqualTo(genome.expected(1000).stream().filter(each -> n(each) <= 100).count());
      assertThat(count(dataset.description(), "n.left-out")).isEqualTo(many);
    }
  }

  @Test
  void gcNegatives_matchPercentByPercent_andHoldNoLabelledBin() throws IOException {
    DatasetDescription made = three("chr").run(THREE + ",'window':200,'negatives':'gc','maxN':0");
    int[][] gc = new int[2][101];
    Set<String> labelled = new HashSet<>();
    genome.expected(200).forEach(each -> labelled.add(each.id()));
    for (Expected each : contents()) {
      boolean negative = each.labels().equals("000");
      if (negative) assertThat(labelled).doesNotContain(each.id());
      gc[negative ? 1 : 0][GcMatch.percentGc(DnaAlphabet.tokenise(each.letters()))]++;
    }
    long missing = count(made, "negatives.too-few");
    int positives = 0;
    for (int percent = 0; percent <= 100; percent++) {
      positives += gc[0][percent];
      missing -= gc[0][percent] - gc[1][percent];
      assertThat(gc[1][percent]).isLessThanOrEqualTo(gc[0][percent]);
    }
    assertThat(missing).isZero();
    assertThat(count(made, "negatives.too-few")).isLessThan(positives / 5);
  }

  @Test
  void gcNegatives_keepLabelledBinsOutOfTheirFlanks() throws IOException {
    three("chr").run(THREE + ",'negatives':'gc'");
    Set<String> labelledBins = new HashSet<>();
    for (Expected each : genome.expected(200)) labelledBins.add(each.id());
    int negatives = 0;
    for (Expected each : contents()) {
      if (!each.labels().equals("000")) continue;
      negatives++;
      String chromosome = each.id().substring(0, each.id().indexOf(':'));
      int start = Integer.parseInt(each.id().replaceAll(".*:(\\d+)-.*", "$1"));
      for (int bin = start; bin < start + 1000; bin += 200) {
        assertThat(labelledBins).doesNotContain(chromosome + ":" + bin + "-" + (bin + 200));
      }
    }
    assertThat(negatives).isPositive();
  }

  @Test
  void shuffledNegatives_followTheirOrigin_inItsSplit_withItsLetters() throws IOException {
    three("chr").run(THREE + ",'negatives':'dinucleotide-shuffle'");
    List<Expected> all = contents();
    assertThat(all).hasSize(2 * genome.expected(1000).size());
    for (int i = 0; i < all.size(); i += 2) {
      Expected origin = all.get(i);
      Expected shuffled = all.get(i + 1);
      assertThat(shuffled.id()).isEqualTo(origin.id() + "_shuffled");
      assertThat(shuffled.labels()).isEqualTo("000");
      assertThat(shuffled.split()).isEqualTo(origin.split());
      assertThat(sorted(shuffled.letters())).isEqualTo(sorted(origin.letters()));
    }
  }

  @Test
  void sameInput_givesTheSameBytes_andNoPathIsTold() throws IOException {
    String settings = THREE.replace("'genome.fa'", "'/somewhere/genome.fa'");
    Path genomeFile = genome.fasta(folder.resolve("genome.fa"));
    three("chr").file("/somewhere/genome.fa", genomeFile).run(settings + ",'negatives':'gc'");
    Path second = Files.createDirectory(folder.resolve("second"));
    PeakImport again = addFiles(new PeakImport(second), "chr");
    again.file("/somewhere/genome.fa", genomeFile).run(settings + ",'negatives':'gc'");
    for (String file : List.of("train/sequences.npy", "test/labels.npy", "train/ids.txt")) {
      assertThat(second.resolve("out").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("out").resolve(file));
    }
    String description = Files.readString(folder.resolve("out/dataset.json"));
    assertThat(description).contains("\"genome\" : \"genome.fa\"").contains("\"exclude\"");
  }

  @Test
  void cancelledImport_leavesNoDatasetAndNoScratch() throws IOException {
    PeakImport with = three("chr");
    int[] reports = {0};
    assertThatThrownBy(
            () ->
                with.run(
                    THREE,
                    (done, total) -> {
                      if (++reports[0] == 6) throw new IllegalStateException("not wanted");
                    }))
        .hasMessage("not wanted");
    assertThat(folder.resolve("out/dataset.json")).doesNotExist();
    assertThat(folder.resolve("out/genome.part")).doesNotExist();
  }

  private PeakImport three(String prefix) throws IOException {
    return addFiles(new PeakImport(folder), prefix);
  }

  private PeakImport addFiles(PeakImport to, String prefix) throws IOException {
    to.file("genome.fa", genome.fasta(folder.resolve("genome.fa")));
    for (String name : genome.peaks.keySet()) {
      to.file(name.toLowerCase() + ".narrowPeak", genome.narrowPeak(name, prefix));
    }
    return to;
  }

  private List<Expected> contents() throws IOException {
    List<Expected> all = new ArrayList<>();
    try (Dataset dataset = Dataset.open(folder.resolve("out"))) {
      for (Split split : Split.values()) {
        DatasetSplit rows = dataset.split(split);
        List<String> ids = rows.ids();
        byte[] tokens = new byte[dataset.description().window()];
        byte[] labels = new byte[dataset.description().classes().size()];
        for (int i = 0; i < rows.size(); i++) {
          rows.sequences().copyRow(i, tokens, 0);
          rows.labels().copyRow(i, labels, 0);
          StringBuilder bits = new StringBuilder();
          for (byte label : labels) bits.append(label);
          all.add(new Expected(split, ids.get(i), DnaAlphabet.format(tokens), bits.toString()));
        }
      }
    }
    return all;
  }

  private static List<Expected> inSplitOrder(List<Expected> expected) {
    List<Expected> ordered = new ArrayList<>();
    for (Split split : Split.values()) {
      expected.stream().filter(each -> each.split() == split).forEach(ordered::add);
    }
    return ordered;
  }

  private static long n(Expected each) {
    return each.letters().chars().filter(letter -> letter == 'N').count();
  }

  private static long count(DatasetDescription description, String code) {
    return description.warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .mapToLong(DatasetWarning::count)
        .sum();
  }

  private static List<Integer> sorted(String letters) {
    return letters.chars().sorted().boxed().toList();
  }
}
