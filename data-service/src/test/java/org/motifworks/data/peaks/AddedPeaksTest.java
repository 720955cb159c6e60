package org.motifworks.data.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Loci;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.data.append.AppendImporter;
import org.motifworks.data.peaks.TinyGenome.Expected;
import org.motifworks.data.peaks.TinyGenome.Peak;
import org.motifworks.data.source.AppendSource;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.InputFile;

/** Peaks that come later, beside a slow count of what is new. */
class AddedPeaksTest {

  private static final String TWO =
      "'genome':'genome.fa','peaks':[{'name':'CTCF','file':'ctcf.narrowPeak'},"
          + "{'name':'MAFK','file':'mafk.narrowPeak'}]";
  private static final String MORE =
      "'genome':'genome.fa','peaks':[{'name':'MAFK','file':'more.narrowPeak'}]";

  @TempDir Path folder;

  private final TinyGenome genome = new TinyGenome();
  private final List<Peak> early = new ArrayList<>();
  private final List<Peak> late = new ArrayList<>();
  private PeakImport base;

  @BeforeEach
  void makeBase() throws IOException {
    List<Peak> all = genome.peaks.get("MAFK");
    for (int i = 0; i < all.size(); i++) (i % 2 == 0 ? early : late).add(all.get(i));
    genome.peaks.remove("SRF");
    genome.peaks.put("MAFK", early);
    base =
        new PeakImport(folder)
            .file("genome.fa", genome.fasta(folder.resolve("genome.fa")))
            .file("ctcf.narrowPeak", genome.narrowPeak("CTCF", "chr"))
            .file("mafk.narrowPeak", genome.narrowPeak("MAFK", "chr"));
  }

  @Test
  void newWindows_goToTraining_asASlowCountHasThem_andTheRestKeepsItsBytes() throws IOException {
    base.run(TWO);
    Set<String> known =
        genome.expected(1000).stream().map(Expected::id).collect(Collectors.toSet());
    DatasetDescription made = append(MORE);

    genome.peaks.clear();
    genome.peaks.put("CTCF", List.of());
    genome.peaks.put("MAFK", late);
    List<Expected> later = genome.expected(1000);
    List<String> wanted =
        later.stream()
            .filter(each -> each.split() == Split.TRAIN && !known.contains(each.id()))
            .map(each -> each.id() + " " + each.letters() + " " + each.labels())
            .toList();
    assertThat(added()).containsExactlyElementsOf(wanted).hasSizeGreaterThan(10);
    for (String split : List.of("validation", "test")) {
      for (String file : List.of("sequences.npy", "labels.npy", "ids.txt")) {
        assertThat(out().resolve(split).resolve(file))
            .hasSameBinaryContentAs(base.out().resolve(split).resolve(file));
      }
    }
    // Of chromosomes 7, 8 and 9: the base has their windows, or holds the chromosomes out.
    long elsewhere = later.stream().filter(each -> each.split() != Split.TRAIN).count();
    long trained = later.size() - elsewhere - wanted.size();
    assertThat(counts(made).get("append.known")).isEqualTo(trained);
    assertThat(counts(made).get("append.held-out") + counts(made).get("append.held-out-locus"))
        .isEqualTo(elsewhere);
    assertThat(made.provenance().path("source").path("added").path("kind").asText())
        .isEqualTo("peaks");
    try (var left = Files.walk(out())) {
      assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void nothingOverlapsAHeldOutRegion_andOtherChromosomesAreFree() throws IOException {
    base.run(
        TWO + ",'split':{'by':'chromosome','validation':['chr1:20000-30000'],'test':['chr8']}");
    append(MORE);
    Loci heldOut = new Loci();
    try (Dataset old = base.dataset()) {
      for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
        old.split(split).ids().forEach(id -> heldOut.add(Locus.inId(id).orElseThrow()));
      }
    }
    List<Locus> added =
        added().stream().map(row -> Locus.inId(row.split(" ")[0]).orElseThrow()).toList();
    assertThat(added).noneMatch(heldOut::overlap);
    assertThat(added.stream().map(Locus::chromosome)).contains("1", "7", "9").doesNotContain("8");
  }

  @Test
  void negatives_areAddedForNewWindowsAlone() throws IOException {
    base.run(TWO);
    append(MORE);
    List<String> labelled = added();

    DatasetDescription gc = append(MORE + ",'negatives':'gc'");
    List<String> withGc = added();
    assertThat(withGc).containsAll(labelled);
    long missing = counts(gc).getOrDefault("negatives.too-few", 0L);
    assertThat(withGc).hasSize((int) (2 * labelled.size() - missing));
    assertThat(withGc.stream().filter(row -> row.endsWith(" 00")))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("chr1:"));

    append(MORE + ",'negatives':'dinucleotide-shuffle'");
    List<String> ids = added().stream().map(row -> row.split(" ")[0]).toList();
    List<String> pairs = new ArrayList<>();
    for (String row : labelled) {
      String id = row.split(" ")[0];
      pairs.addAll(List.of(id, id + "_shuffled"));
    }
    assertThat(ids).containsExactlyElementsOf(pairs);
  }

  @Test
  void whatCannotBeAdded_isRefused() throws IOException {
    base.run(TWO);
    assertThatThrownBy(() -> append(MORE.replace("more.", "mafk.")))
        .hasMessageContaining("No sequence is new");
    assertThatThrownBy(() -> append(MORE.replace("MAFK", "SRF")))
        .hasMessageContaining("The peaks are of [SRF], the dataset's classes are [CTCF, MAFK]");
    assertThatThrownBy(() -> append(MORE + ",'window':500")).hasMessageContaining("base's window");
    assertThatThrownBy(() -> append(MORE + ",'bin':301")).hasMessageContaining("301 nt");
    String mirrored = new StringBuilder(genome.chromosomes.get("chr1")).reverse().toString();
    genome.chromosomes.put("chr1", mirrored);
    assertThatThrownBy(() -> append(MORE.replace("more.", "mafk.")))
        .hasMessageContaining("has another sequence at chr1:");
  }

  private DatasetDescription append(String settings) throws IOException {
    String json =
        "{'kind':'append','base':'peaks','added':{'kind':'peaks',%s}}"
            .formatted(settings)
            .replace('\'', '"');
    AppendSource source = (AppendSource) Json.mapper().readValue(json, DatasetSource.class);
    source.validate();
    Path more = folder.resolve("more.narrowPeak");
    genome.peaks.put("more", late);
    Files.writeString(more, genome.narrowPeak("more", "chr"));
    genome.peaks.remove("more");
    Map<String, InputFile> inputs = new LinkedHashMap<>();
    put(inputs, AppendSource.BASE_INPUT, base.out());
    put(inputs, "genome.fa", genome.fasta(folder.resolve("genome.fa")));
    put(inputs, "more.narrowPeak", more);
    put(inputs, "mafk.narrowPeak", folder.resolve("mafk.narrowPeak"));
    if (Files.exists(out())) {
      try (var old = Files.walk(out())) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
      }
    }
    Files.createDirectories(out());
    return new AppendImporter().run(source, inputs, out(), (done, total) -> {});
  }

  private static void put(Map<String, InputFile> inputs, String name, Path path)
      throws IOException {
    inputs.put(name, new InputFile(name, path, Files.size(path), "0".repeat(64)));
  }

  private Path out() {
    return folder.resolve("appended");
  }

  /** Training records behind those of the base: id, letters and labels. */
  private List<String> added() throws IOException {
    List<String> rows = new ArrayList<>();
    try (Dataset old = base.dataset();
        Dataset now = Dataset.open(out())) {
      DatasetSplit train = now.split(Split.TRAIN);
      int before = old.split(Split.TRAIN).size();
      assertThat(train.ids().subList(0, before)).isEqualTo(old.split(Split.TRAIN).ids());
      for (int row = before; row < train.size(); row++) {
        String letters = DnaAlphabet.format(train.sequences().row(row));
        byte[] labels = train.labels().row(row);
        rows.add(train.ids().get(row) + " " + letters + " " + labels[0] + labels[1]);
      }
    }
    return rows;
  }

  private static Map<String, Long> counts(DatasetDescription made) {
    return made.warnings().stream()
        .collect(Collectors.toMap(DatasetWarning::code, DatasetWarning::count));
  }
}
