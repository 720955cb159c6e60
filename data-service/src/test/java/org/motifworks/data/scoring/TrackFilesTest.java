package org.motifworks.data.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.kit.problem.Problem;

class TrackFilesTest {

  @TempDir Path folder;
  private Genome genome;
  private TrackCells cells;

  @BeforeEach
  void unpack() throws IOException {
    Path file = Files.writeString(folder.resolve("g.fa"), ">1\nACGTACGTAC\n");
    genome = GenomeUnpacker.unpack(file, "g.fa", folder.resolve("g.part"), read -> {});
    byte[] bed = "1\t0\t10\n".getBytes(StandardCharsets.UTF_8);
    cells = TrackCells.read(new ByteArrayInputStream(bed), "r.bed", genome, 5);
  }

  @AfterEach
  void close() throws IOException {
    genome.close();
  }

  @Test
  void chosenClass_getsItsColumn_andWhatWasNotScoredIsCounted() throws IOException {
    String answer =
        "id\tA\tB\terror\n0:0\t0.25\t0.5\t\n0:5\t\t\ta.b: why\n#count=2 errors=1 model=m\n";
    String other = answer.replace("0.25", "0.75");
    ScoreTable.Counts counts = write(answer, "B.bw", List.of("B"));
    assertThat(counts).isEqualTo(new ScoreTable.Counts(2, 1));
    byte[] of = Files.readAllBytes(folder.resolve("B.bw"));
    Files.delete(folder.resolve("B.bw"));
    write(other, "B.bw", List.of("B"));
    assertThat(folder.resolve("B.bw")).hasBinaryContent(of); // A's column is not in it
    Files.delete(folder.resolve("B.bw"));
    write(answer.replace("0.5", "0.625"), "B.bw", List.of("B"));
    assertThat(Files.readAllBytes(folder.resolve("B.bw"))).isNotEqualTo(of);
  }

  @Test
  void namesThatAFileSystemDoesNotTake_orTakesForOne_areChanged() throws IOException {
    List<String> names = List.of("GM12878|CTCF|None", "a/b", "A.b", "a?B", "..", "x");
    try (TrackFiles files = new TrackFiles(folder, cells, List.of(), names)) {
      assertThat(files.tracks())
          .extracting(ScoringResult.Track::file)
          .containsExactly("GM12878_CTCF_None.bw", "a_b.bw", "A.b.bw", "a_B-2.bw", "_..bw", "x.bw");
    }
  }

  @Test
  void unknownClass_orTooMany_areRefused() {
    assertRefused(List.of("A", "C"), List.of("A", "B"), "no class 'C'");
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "class " + i).toList();
    assertRefused(List.of(), many, "51 classes");
  }

  private void assertRefused(List<String> classes, List<String> known, String why) {
    assertThatThrownBy(() -> new TrackFiles(folder, cells, classes, known))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("scoring.class"))
        .hasMessageContaining(why);
  }

  private ScoreTable.Counts write(String answer, String file, List<String> classes)
      throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    try (TrackFiles files = new TrackFiles(folder, cells, classes, List.of("A", "B"))) {
      assertThat(files.tracks()).containsExactly(new ScoringResult.Track("B", file));
      return files.write(new ByteArrayInputStream(bytes), () -> {});
    }
  }
}
