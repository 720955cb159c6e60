package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class DnaAlphabetTest {

  private static final String NUCLEOTIDES = "ACGTUNRYSWKMBDHV";

  @Test
  void tokens_areZeroToFour() {
    assertThat(DnaAlphabet.tokenise("ACGTN")).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void lowerCaseAndU_areTheSameNucleotides() {
    assertThat(DnaAlphabet.tokenise("acgtuUn")).containsExactly(0, 1, 2, 3, 3, 3, 4);
  }

  @Test
  void ambiguityCodes_areN() {
    assertThat(DnaAlphabet.format(DnaAlphabet.tokenise("RYSWKMBDHVryswkmbdhv")))
        .isEqualTo("N".repeat(20));
  }

  @Test
  void everyOtherByte_isNoNucleotide() {
    for (int letter = 0; letter < 256; letter++) {
      boolean nucleotide = NUCLEOTIDES.indexOf(Character.toUpperCase((char) letter)) >= 0;
      assertThat(DnaAlphabet.token(letter) != -1).as("letter %d", letter).isEqualTo(nucleotide);
    }
    assertThat(DnaAlphabet.token('\u0391')).isEqualTo((byte) -1); // Greek capital alpha
  }

  @Test
  void invalidLetter_isNamedWithItsColumn() {
    assertThatThrownBy(() -> DnaAlphabet.tokenise("ACG-T"))
        .isInstanceOfSatisfying(
            SequenceFormatException.class,
            e -> {
              assertThat(e.code()).isEqualTo("sequence.invalid-letter");
              assertThat(e.column()).isEqualTo(4);
              assertThat(e).hasMessage("column 4: '-'. Allowed: A C G T U N and IUPAC codes.");
            });
  }

  @Property
  void tokeniseThenFormat_isUpperCase(
      @ForAll @Chars({'A', 'C', 'G', 'T', 'N', 'a', 'c', 'g', 't', 'n'}) String letters) {
    byte[] tokens = DnaAlphabet.tokenise(letters);
    assertThat(DnaAlphabet.format(tokens)).isEqualTo(letters.toUpperCase(Locale.ROOT));
  }

  @Property
  void bytesAndCharacters_giveTheSameTokens(
      @ForAll @Chars({'A', 'c', 'R', 'U', 'n'}) String letters,
      @ForAll @CharRange(from = 'A', to = 'Z') char padding) {
    byte[] ascii = (padding + letters + padding).getBytes(StandardCharsets.US_ASCII);
    byte[] tokens = new byte[letters.length() + 1];
    DnaAlphabet.tokenise(ascii, 1, letters.length(), tokens, 1);
    assertThat(DnaAlphabet.format(tokens, 1, tokens.length))
        .isEqualTo(DnaAlphabet.format(DnaAlphabet.tokenise(letters)));
  }
}
