package org.motifworks.core.motif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionCountMatrix;

class JasparFormatTest {
  @Test
  void bracketsAndLetters_mayBeMissing() throws IOException {
    String plain = ">MA1.1 Name\n1 2\n3 4\n5 6\n7 8\n";
    String full = ">MA1.1\tName\r\nA  [1 2 ]\r\nC  [3 4]\r\nG [ 5 6 ]\r\nT [ 7 8 ]\r\n";
    assertThat(read(plain)).isEqualTo(read(full));
    assertThat(read(plain).get(0).counts())
        .contains(PositionCountMatrix.of(new double[][] {{1, 3, 5, 7}, {2, 4, 6, 8}}));
  }

  @Test
  void everyBundledMatrix_survivesWritingAndReading() throws IOException {
    List<Motif> motifs = JasparDatabase.newest().motifs();
    StringBuilder text = new StringBuilder();
    JasparFormat.write(motifs, text);
    assertThat(read(text.toString())).isEqualTo(motifs);
  }

  @Test
  void malformedFiles_areRefusedByLineAndReason() {
    assertRefused("", "motif.empty", 1);
    assertRefused("A [ 1 ]\n", "motif.invalid-header", 1);
    assertRefused(">x\nA [ 1 ]\nC [ 1 ]\n", "motif.truncated", 4);
    assertRefused(">x\nA [ 1 ]\nC [ 1 ]\n>y\n", "motif.truncated", 5);
    assertRefused(">x\nA [ 1 ]\nG [ 1 ]\n", "motif.invalid-row", 3);
    assertRefused(">x\nA [ 1 2 ]\nC [ 1 ]\nG [1 2]\nT [3 4]\n", "motif.invalid-row", 3);
    assertRefused(">x\nA [ 1 b ]\n", "motif.invalid-number", 2);
    assertRefused(">x\n0\n0\n0\n0\n", "motif.column-sum", 5);
    assertRefused(">x\n0\n-1\n0\n0\n", "motif.invalid-column", 3);
  }

  private static List<Motif> read(String text) throws IOException {
    return JasparFormat.read("test", new StringReader(text)).motifs();
  }

  private static void assertRefused(String text, String code, long line) {
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }
}
