package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.data.append.AppendImporter;
import org.motifworks.data.source.AppendSource;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.InputFile;

class AddedFastaTest {

  private static final long SEED = 20261122;
  private static final int WINDOW = 50;

  @TempDir Path folder;
  private Import base;

  @BeforeEach
  void makeBase() throws IOException {
    StringBuilder bound = new StringBuilder();
    StringBuilder unbound = new StringBuilder();
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 60; i++) {
      bound.append(record("chr%d:%d-%d".formatted(1 + i % 9, 1000 * i, 1000 * i + 50), random));
      unbound.append(record("u" + i, random));
    }
    base = new Import(folder).file("bound.fa", bound.toString()).file("un.fa", unbound.toString());
    base.run("'classes':[{'name':'MAFK','file':'bound.fa'},{'name':'CTCF','file':'un.fa'}]");
  }

  @Test
  void newSequences_goToTraining_andTheOtherSplitsKeepTheirBytes() throws IOException {
    DatasetDescription made =
        append(">new1\n" + "ACGTA".repeat(10) + "\n>new2\n" + "AAT".repeat(20));

    try (Dataset old = base.dataset();
        Dataset now = Dataset.open(out())) {
      int before = old.split(Split.TRAIN).size();
      assertThat(now.split(Split.TRAIN).ids().subList(0, before))
          .isEqualTo(old.split(Split.TRAIN).ids());
      assertThat(now.split(Split.TRAIN).ids().subList(before, before + 2))
          .containsExactly("new1", "new2");
      assertThat(now.split(Split.TRAIN).labels().row(before)).containsExactly(0, 1);
      assertThat(now.split(Split.TRAIN).sequences().row(before + 1)).hasSize(WINDOW);
    }
    for (String split : List.of("validation", "test")) {
      for (String file : List.of("sequences.npy", "labels.npy", "ids.txt")) {
        assertThat(out().resolve(split).resolve(file))
            .hasSameBinaryContentAs(base.out().resolve(split).resolve(file));
      }
    }
    assertThat(made.provenance().path("source").path("kind").asText()).isEqualTo("append");
    assertThat(made.provenance().path("inputs").findValuesAsText("name"))
        .containsExactly("base dataset", "new.fa");
  }

  @Test
  void knownAndHeldOutSequences_areLeftOut_onEitherStrand() throws IOException {
    String known = sequence(Split.TRAIN, 0);
    String heldOut = reverseComplement(sequence(Split.TEST, 0));
    DatasetDescription made =
        append(
            ">a\n%s\n>b\n%s\n>c\n%s\n>c2\n%s\n>d\n%s\n"
                .formatted(
                    known,
                    reverseComplement(known),
                    heldOut,
                    sequence(Split.VALIDATION, 0),
                    "ACGTA".repeat(10)));
    assertThat(added(made)).isEqualTo(1);
    assertThat(counts(made)).containsEntry("append.known", 2L).containsEntry("append.held-out", 2L);
  }

  @Test
  void sequencesOfHeldOutPlaces_areLeftOut() throws IOException {
    Locus test = heldOutIds().map(Locus::inId).flatMap(Optional::stream).findFirst().orElseThrow();
    String overlapping = "%s:%d-%d".formatted(test.chromosome(), test.end() - 1, test.end() + 49);
    String next = "chr%s:%d-%d".formatted(test.chromosome(), test.end(), test.end() + 50);
    DatasetDescription made =
        append(">%s\n%s\n>%s\n%s\n".formatted(overlapping, "AC".repeat(25), next, "AG".repeat(25)));
    assertThat(added(made)).isEqualTo(1);
    assertThat(counts(made)).containsEntry("append.held-out-locus", 1L);
  }

  @Test
  void nothingNew_orUnknownClasses_areRefused() {
    assertThatThrownBy(() -> append(">a\n" + sequence(Split.TRAIN, 3) + "\n"))
        .hasMessageContaining("No sequence is new: 1 are in the training split");
    assertThatThrownBy(() -> append("SRF", ">a\n" + "ACGTA".repeat(10) + "\n"))
        .hasMessageContaining("The added sequences are of [SRF]");
    assertThatThrownBy(() -> Json.mapper().readValue("{\"kind\":\"append\"}", DatasetSource.class))
        .hasMessageContaining("to which dataset");
  }

  private DatasetDescription append(String fasta) throws IOException {
    return append("CTCF", fasta);
  }

  private DatasetDescription append(String name, String fasta) throws IOException {
    String json =
        """
        {"kind":"append","base":"peaks",
         "added":{"kind":"fasta","classes":[{"name":"%s","file":"new.fa"}]}}"""
            .formatted(name);
    AppendSource source = (AppendSource) Json.mapper().readValue(json, DatasetSource.class);
    source.validate();
    Path file = Files.writeString(folder.resolve("new.fa"), fasta);
    Map<String, InputFile> inputs =
        Map.of(
            AppendSource.BASE_INPUT,
            new InputFile(AppendSource.BASE_INPUT, base.out(), 1, "1".repeat(64)),
            "new.fa",
            new InputFile("new.fa", file, Files.size(file), "2".repeat(64)));
    return new AppendImporter().run(source, inputs, out(), (done, total) -> {});
  }

  private Path out() {
    return folder.resolve("appended");
  }

  private long added(DatasetDescription made) throws IOException {
    try (Dataset old = base.dataset()) {
      return made.splits().get(Split.TRAIN).sequences() - old.split(Split.TRAIN).size();
    }
  }

  private static Map<String, Long> counts(DatasetDescription made) {
    return made.warnings().stream()
        .collect(Collectors.toMap(DatasetWarning::code, DatasetWarning::count));
  }

  private Stream<String> heldOutIds() throws IOException {
    try (Dataset old = base.dataset()) {
      return Stream.concat(
          old.split(Split.TEST).ids().stream(), old.split(Split.VALIDATION).ids().stream());
    }
  }

  private String sequence(Split split, int row) throws IOException {
    try (Dataset old = base.dataset()) {
      return DnaAlphabet.format(old.split(split).sequences().row(row));
    }
  }

  private static String reverseComplement(String dna) {
    StringBuilder reversed = new StringBuilder();
    for (char c : new StringBuilder(dna).reverse().toString().toCharArray()) {
      reversed.append("TGCA".charAt("ACGT".indexOf(c)));
    }
    return reversed.toString();
  }

  private static String record(String id, SplittableRandom random) {
    StringBuilder dna = new StringBuilder();
    for (int i = 0; i < WINDOW; i++) dna.append("ACGT".charAt(random.nextInt(4)));
    return ">" + id + "\n" + dna + "\n";
  }
}
