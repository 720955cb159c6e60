package org.motifworks.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.motif.Strand;
import org.motifworks.core.npy.NpyFormatException;
import org.motifworks.core.sequence.DnaAlphabet;

class DatasetTest {

  private static final PlacedMotif MAX = new PlacedMotif("MAX", "MA0058.3", Strand.FORWARD, 0, 2);
  private static final PlacedMotif YY1 = new PlacedMotif("YY1", "MA0095.2", Strand.REVERSE, 3, 4);

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void writeSmallDataset() throws IOException {
    folder = temporary.resolve("small");
    DatasetLayout layout = new DatasetLayout(List.of("MAX", "YY1"), 4, true);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      writer.add(Split.TRAIN, "a", tokens("ACGT"), labels(1, 1), List.of(MAX, YY1));
      writer.add(Split.TEST, "b", tokens("NNNN"), labels(0, 0));
      writer.add(Split.TRAIN, "c", tokens("TTTT"), labels(1, 0), List.of(MAX));
      writer.warn(new DatasetWarning("dataset.n-run", "Runs of N of 4 nt or more.", 1));
      writer.finish(JsonNodeFactory.instance.objectNode().put("source", "by hand"));
    }
  }

  @Test
  void writtenDataset_isReadBack() throws IOException {
    try (Dataset dataset = Dataset.open(folder)) {
      DatasetSplit train = dataset.split(Split.TRAIN);
      assertThat(train.size()).isEqualTo(2);
      assertThat(DnaAlphabet.format(train.sequences().row(0))).isEqualTo("ACGT");
      assertThat(DnaAlphabet.format(train.sequences().row(1))).isEqualTo("TTTT");
      assertThat(train.labels().row(1)).containsExactly(1, 0);
      assertThat(train.ids()).containsExactly("a", "c");
      assertThat(dataset.split(Split.TEST).ids()).containsExactly("b");
      assertThat(dataset.split(Split.VALIDATION).size()).isZero();
      assertThat(dataset.description().sequences()).isEqualTo(3);
    }
  }

  @Test
  void truth_isKeptByRow() throws IOException {
    assertThat(folder.resolve("train/truth.tsv"))
        .hasContent(
            """
            row\tfactor\tmotif\tstrand\tstart\tend
            0\tMAX\tMA0058.3\t+\t0\t2
            0\tYY1\tMA0095.2\t-\t3\t4
            1\tMAX\tMA0058.3\t+\t0\t2
            """);
    try (Dataset dataset = Dataset.open(folder)) {
      SplitTruth truth = dataset.split(Split.TRAIN).truth().orElseThrow();
      assertThat(truth.ofRow(0)).containsExactly(MAX.atRow(0), YY1.atRow(0));
      assertThat(truth.ofRow(7)).isEmpty();
      assertThat(truth.all()).hasSize(3);
      assertThat(dataset.split(Split.TEST).truth().orElseThrow().all()).isEmpty();
    }
  }

  @Test
  void description_isThisJson() {
    assertThat(folder.resolve("dataset.json"))
        .hasContent(
            """
            {
              "format" : "motifworks.dataset/1",
              "classes" : [ "MAX", "YY1" ],
              "window" : 4,
              "splits" : {
                "train" : {
                  "sequences" : 2,
                  "positives" : {
                    "MAX" : 2,
                    "YY1" : 1
                  }
                },
                "validation" : {
                  "sequences" : 0,
                  "positives" : {
                    "MAX" : 0,
                    "YY1" : 0
                  }
                },
                "test" : {
                  "sequences" : 1,
                  "positives" : {
                    "MAX" : 0,
                    "YY1" : 0
                  }
                }
              },
              "provenance" : {
                "source" : "by hand"
              },
              "warnings" : [ {
                "code" : "dataset.n-run",
                "detail" : "Runs of N of 4 nt or more.",
                "count" : 1
              } ]
            }
            """);
  }

  @Test
  void description_isReadBackEqual() throws IOException {
    DatasetDescription read = DatasetDescription.read(folder);
    assertThat(read.toJson()).isEqualTo(Files.readString(folder.resolve("dataset.json")));
    assertThat(read.splits().get(Split.TRAIN).positives()).containsEntry("YY1", 1);
    assertThat(read.warnings()).hasSize(1);
  }

  @Test
  void badRecord_isRefusedByNameAndLeavesNothing() throws IOException {
    Path other = temporary.resolve("other");
    DatasetLayout layout = new DatasetLayout(List.of("MAX", "YY1"), 4, false);
    try (DatasetWriter writer = DatasetWriter.create(other, layout)) {
      writer.add(Split.TRAIN, "a", tokens("ACGT"), labels(1, 0));
      refused(writer, "dataset.wrong-length", "b", tokens("ACG"), labels(1, 0));
      refused(writer, "dataset.label-count", "b", tokens("ACGT"), labels(1));
      refused(writer, "dataset.invalid-label", "b", tokens("ACGT"), labels(1, 2));
      refused(writer, "dataset.invalid-token", "b", new byte[] {0, 1, 5, 2}, labels(1, 0));
      refused(writer, "dataset.invalid-id", "two\nlines", tokens("ACGT"), labels(1, 0));
      refused(writer, "dataset.duplicate-id", "a", tokens("ACGT"), labels(1, 0));
      refused(writer, "dataset.invalid-placement", "b", tokens("ACGT"), labels(1, 0), MAX);
      writer.add(Split.VALIDATION, "b", tokens("ACGT"), labels(1, 0));
      writer.finish(null);
    }
    try (Dataset dataset = Dataset.open(other)) {
      assertThat(dataset.description().sequences()).isEqualTo(2);
      assertThat(dataset.description().provenance().isNull()).isTrue();
      assertThat(dataset.split(Split.TRAIN).truth()).isEmpty();
    }
  }

  @Test
  void unfinishedDataset_isNone() throws IOException {
    Path other = temporary.resolve("other");
    DatasetLayout layout = new DatasetLayout(List.of("MAX"), 4, false);
    DatasetWriter.create(other, layout).close();
    assertThat(other.resolve("dataset.json")).doesNotExist();
    assertCode("dataset.missing", other);
  }

  @Test
  void closedWriter_takesAndFinishesNothing() throws IOException {
    Path other = temporary.resolve("other");
    DatasetWriter writer = DatasetWriter.create(other, new DatasetLayout(List.of("X"), 4, false));
    writer.close();
    assertThatThrownBy(() -> writer.add(Split.TEST, "a", tokens("ACGT"), labels(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> writer.finish(null)).isInstanceOf(IllegalStateException.class);
    assertThat(other.resolve("dataset.json")).doesNotExist();
  }

  @Test
  void finishedDataset_isNotOverwritten() {
    DatasetLayout layout = new DatasetLayout(List.of("MAX"), 4, false);
    assertThatThrownBy(() -> DatasetWriter.create(folder, layout))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void truncatedMatrix_isFoundWhenOpened() throws IOException {
    Path file = folder.resolve("train/sequences.npy");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    assertThatThrownBy(() -> Dataset.open(folder))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void matrixOfAnotherSplit_isFoundWhenOpened() throws IOException {
    Files.delete(folder.resolve("train/labels.npy"));
    Files.copy(folder.resolve("test/labels.npy"), folder.resolve("train/labels.npy"));
    assertThatThrownBy(() -> Dataset.open(folder))
        .hasMessageContaining("shape [1, 2], dataset.json says [2, 2]");
  }

  @Test
  void missingIds_areFoundWhenRead() throws IOException {
    Files.writeString(folder.resolve("train/ids.txt"), "a\n");
    try (Dataset dataset = Dataset.open(folder)) {
      assertThatThrownBy(() -> dataset.split(Split.TRAIN).ids())
          .hasMessageContaining("1 ids for 2 sequences");
    }
  }

  @Test
  void damagedTruth_isNamedWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("train/truth.tsv"), Placement.HEADER + "\n0\tMAX\tx\t*\t0\t2\n");
    try (Dataset dataset = Dataset.open(folder)) {
      assertThatThrownBy(() -> dataset.split(Split.TRAIN).truth())
          .isInstanceOf(DatasetFormatException.class)
          .hasMessageContaining("truth.tsv line 2");
    }
  }

  @Test
  void unknownFormatAndBrokenJson_areNamed() throws IOException {
    ObjectNode other = JsonNodeFactory.instance.objectNode().put("format", "motifworks.dataset/9");
    Files.writeString(folder.resolve("dataset.json"), other.toString());
    assertCode("dataset.unknown-format", folder);
    Files.writeString(folder.resolve("dataset.json"), "{");
    assertCode("dataset.invalid-description", folder);
    Files.writeString(folder.resolve("dataset.json"), "{\"format\":\"motifworks.dataset/1\"}");
    assertCode("dataset.invalid-description", folder);
  }

  private static void assertCode(String code, Path folder) {
    assertThatThrownBy(() -> Dataset.open(folder))
        .isInstanceOfSatisfying(
            DatasetFormatException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void refused(
      DatasetWriter writer,
      String code,
      String id,
      byte[] tokens,
      byte[] labels,
      PlacedMotif... placed) {
    assertThatThrownBy(() -> writer.add(Split.TRAIN, id, tokens, labels, List.of(placed)))
        .isInstanceOfSatisfying(
            DatasetFormatException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e).hasMessageContaining(id);
            });
  }

  private static byte[] tokens(String letters) {
    return DnaAlphabet.tokenise(letters);
  }

  private static byte[] labels(int... values) {
    byte[] labels = new byte[values.length];
    for (int i = 0; i < values.length; i++) labels[i] = (byte) values[i];
    return labels;
  }
}
