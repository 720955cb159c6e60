package org.motifworks.core.motif.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.Motif;

/** A file read and written again in its format prints the numbers it printed before. */
class PrintedDigitsTest {

  @Property(tries = 100)
  void probabilities_ofAnyNumberOfDecimals_comeBack(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int decimals) throws IOException {
    BigDecimal[][] rows = rows(new Random(seed), decimals);
    for (MotifFileFormat format : MotifFileFormat.values()) {
      Motif read = MotifFiles.read("plain", table(rows)).motifs().get(0);
      Motif back = MotifFiles.read("test", write(format, read)).motifs().get(0);
      assertThat(back.matrix()).as(format.word()).isEqualTo(read.matrix());
      for (int position = 0; position < rows.length; position++) {
        for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
          assertThat(new BigDecimal(Digits.decimal(back.matrix().printed(position, nucleotide), 0)))
              .as(format.word())
              .isEqualByComparingTo(rows[position][nucleotide]);
        }
      }
      assertThat(write(format, back)).isEqualTo(write(format, read));
    }
  }

  @Test
  void sumsOffOne_keepWhatWasPrinted() throws IOException {
    String rows = " 0.3333 0.3333 0.3333 0.0000\n 0.031 0.969 0.001 0.001\n";
    String meme =
        "MEME version 4\nMOTIF x\nletter-probability matrix: alength= 4 w= 2 nsites= 17.5 E= 4.1e-9\n"
            + rows;
    String written = write(MotifFileFormat.MEME, MotifFiles.read("test", meme).motifs().get(0));
    assertThat(written)
        .contains("nsites= 17.5 E= 4.1e-9\n")
        .endsWith(" 0.333300 0.333300 0.333300 0.000000\n 0.031000 0.969000 0.001000 0.001000\n");
    Motif sliced = MotifFiles.read("test", written).motifs().get(0).slice(1, 2);
    assertThat(write(MotifFileFormat.PLAIN, sliced))
        .isEqualTo(">x\n0.031000\t0.969000\t0.001000\t0.001000\n");
  }

  @Test
  void digits_areTheFewestThatReadBack() {
    assertThat(Digits.decimal(0.1 + 0.2, 0)).isEqualTo("0.30000000000000004");
    assertThat(Digits.decimal(0.0001, 6)).isEqualTo("0.000100");
    assertThat(Digits.decimal(1e-9, 0)).isEqualTo("0.000000001");
    assertThat(Digits.decimal(100, 0)).isEqualTo("100");
    assertThat(Digits.decimal(8.41e21, 0)).isEqualTo("8410000000000000000000");
    assertThat(Digits.shortest(2e-3)).isEqualTo("0.002");
    assertThat(Digits.shortest(4.1e-9)).isEqualTo("4.1e-9");
    assertThat(Digits.shortest(3.2e15)).isEqualTo("3.2e+15");
    assertThat(Digits.sixDecimals(0.0000005)).isEqualTo("0.000000");
  }

  private static BigDecimal[][] rows(Random random, int decimals) {
    BigDecimal[][] rows = new BigDecimal[1 + random.nextInt(12)][4];
    for (BigDecimal[] row : rows) {
      double[] weights = random.doubles(4, 1e-4, 1).toArray();
      double sum = weights[0] + weights[1] + weights[2] + weights[3];
      for (int i = 0; i < 4; i++) {
        row[i] = new BigDecimal(weights[i] / sum).setScale(decimals, RoundingMode.HALF_UP);
      }
      // rounding must not take the sum too far from 1
      row[3] =
          BigDecimal.ONE.subtract(row[0]).subtract(row[1]).subtract(row[2]).max(BigDecimal.ZERO);
    }
    return rows;
  }

  private static String table(BigDecimal[][] rows) {
    StringBuilder text = new StringBuilder(">x\n");
    for (BigDecimal[] row : rows) {
      for (BigDecimal value : row) text.append(value.toPlainString()).append(' ');
      text.append('\n');
    }
    return text.toString();
  }

  private static String write(MotifFileFormat format, Motif motif) throws IOException {
    StringBuilder text = new StringBuilder();
    MotifFiles.write(format, org.motifworks.core.motif.Background.UNIFORM, List.of(motif), text);
    return text.toString();
  }
}
