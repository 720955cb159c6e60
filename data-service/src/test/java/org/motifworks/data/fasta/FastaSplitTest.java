package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;

/** Which split of a dataset a sequence comes to. */
class FastaSplitTest {

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
  void shuffledNegatives_stayInTheirParentsSplit() throws IOException {
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED));
    DatasetDescription description =
        imported.run(
            "'classes':[{'name':'MAFK','file':'mafk.fa'}],'negatives':'dinucleotide-shuffle'");

    assertThat(description.sequences()).isEqualTo(160);
    for (Split split : Split.values()) {
      try (Dataset dataset = imported.dataset()) {
        List<String> ids = dataset.split(split).ids();
        for (String id : ids) {
          if (!id.endsWith("_shuffled")) assertThat(ids).contains(id + "_shuffled");
        }
      }
    }
  }

  @Test
  void splitBySeed_putsASequenceWhereItWasBefore_whateverElseIsInTheFile() throws IOException {
    twoClasses();
    imported.run(TWO_CLASSES);
    Map<String, Split> before = splits(imported);

    Import larger = new Import(Files.createDirectory(folder.resolve("larger")));
    larger.file(
        "mafk.fa",
        RandomFasta.of("new", 40, 50, SEED + 7) + Files.readString(folder.resolve("mafk.fa")));
    larger.file("oct4.fa", folder.resolve("oct4.fa"));
    larger.run(TWO_CLASSES);

    assertThat(splits(larger)).containsAllEntriesOf(before);
  }

  @Test
  void splitByChromosome_holdsOutTheNamedOnes() throws IOException {
    imported.file("mafk.fa", RandomFasta.onChromosomes(5, 50, 40, SEED));
    imported.file("oct4.fa", RandomFasta.onChromosomes(5, 50, 40, SEED + 1));
    DatasetDescription description =
        imported.run(
            TWO_CLASSES + ",'split':{'by':'chromosome','validation':['chr4'],'test':['5']}");

    assertThat(description.splits().get(Split.TRAIN).sequences()).isEqualTo(60);
    assertThat(description.splits().get(Split.VALIDATION).sequences()).isEqualTo(20);
    splits(imported)
        .forEach(
            (id, split) -> {
              if (id.startsWith("chr5:")) assertThat(split).isEqualTo(Split.TEST);
            });
  }

  @Test
  void noSequence_isInTwoSplits_onEitherStrand() throws IOException {
    twoClasses();
    imported.run(TWO_CLASSES + ",'negatives':'dinucleotide-shuffle'");
    Set<ContentKey> seen = new HashSet<>();
    try (Dataset dataset = imported.dataset()) {
      for (Split split : Split.values()) {
        DatasetSplit rows = dataset.split(split);
        byte[] tokens = new byte[50];
        for (int row = 0; row < rows.size(); row++) {
          rows.sequences().copyRow(row, tokens, 0);
          assertThat(seen.add(ContentKey.of(tokens))).isTrue();
        }
      }
    }
  }

  private void twoClasses() throws IOException {
    imported.file("mafk.fa", RandomFasta.of("mafk", 80, 50, SEED));
    imported.file("oct4.fa", RandomFasta.of("oct4", 80, 50, SEED + 1));
  }

  private static Map<String, Split> splits(Import imported) throws IOException {
    Map<String, Split> splits = new HashMap<>();
    try (Dataset dataset = imported.dataset()) {
      for (Split split : Split.values()) {
        dataset.split(split).ids().forEach(id -> splits.put(id, split));
      }
    }
    return splits;
  }
}
