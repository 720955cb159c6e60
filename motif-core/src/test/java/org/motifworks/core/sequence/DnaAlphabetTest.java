package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The fast way against the table, with one odd byte among plain letters. */
  @Test
  void everyByteAtEveryPlace_isTakenAsByTheTable() {
    byte[] plain = "ACGTTGCAacgtCATgGGACTNNNNNNNNNNnnUUaTTACA".getBytes(StandardCharsets.US_ASCII);
    for (int from = 0; from < 9; from++) {
      for (int at = from; at < plain.length; at++) {
        for (int value = 0; value < 256; value++) {
          byte[] letters = plain.clone();
          letters[at] = (byte) value;
          tokensAreThoseOfTheTable(letters, from);
        }
      }
    }
  }

  @Property
  void anyBytes_areTakenAsByTheTable(
      @ForAll @Size(max = 70) List<@From("letters") Byte> letters,
      @ForAll @IntRange(max = 9) int from) {
    byte[] bytes = new byte[letters.size()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = letters.get(i);
    tokensAreThoseOfTheTable(bytes, Math.min(from, bytes.length));
  }

  @Provide
  Arbitrary<Byte> letters() {
    Arbitrary<Character> known =
        Arbitraries.of('A', 'C', 'G', 'T', 'a', 'c', 'g', 't', 'N', 'n', 'U', 'u', 'R');
    return Arbitraries.frequencyOf(
        Tuple.of(40, known.map(letter -> (byte) (char) letter)), Tuple.of(1, Arbitraries.bytes()));
  }

  private static void tokensAreThoseOfTheTable(byte[] letters, int from) {
    byte[] expected = new byte[letters.length + 3];
    Arrays.fill(expected, (byte) 77);
    byte[] tokens = expected.clone();
    byte[] inPlace = letters.clone();
    int known = 0;
    for (; from + known < letters.length; known++) {
      byte token = DnaAlphabet.token(letters[from + known] & 0xff);
      if (token < 0) break;
      expected[3 + known] = token;
    }
    int length = letters.length - from;
    int taken = DnaAlphabet.tokeniseUntilInvalid(letters, from, length, tokens, 3);
    assertThat(taken).isEqualTo(known);
    assertThat(tokens).isEqualTo(expected); // and nothing behind them is touched
    assertThat(DnaAlphabet.tokeniseUntilInvalid(inPlace, from, length, inPlace, from))
        .isEqualTo(known);
    assertThat(Arrays.copyOfRange(inPlace, from, from + known))
        .isEqualTo(Arrays.copyOfRange(expected, 3, 3 + known));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0391", "\u0141", "\ud83e\uddec", "\u00c1", "?"})
  void letterOfAnotherScript_isNamedWithItsColumn(String letter) {
    String letters = "ACGTACGTACG" + letter + "ACGT";
    assertThatThrownBy(() -> DnaAlphabet.tokenise(letters))
        .isInstanceOfSatisfying(
            SequenceFormatException.class,
            e -> {
              assertThat(e.column()).isEqualTo(12);
              assertThat(e.detail()).startsWith(DnaAlphabet.shown(letter.charAt(0)));
            });
  }

  @Test
  void whatIsNoToken_isNotWritten() {
    for (int value = 0; value < 256; value++) {
      for (int at = 0; at < 12; at++) {
        byte[] tokens = {0, 1, 2, 3, 4, 3, 2, 1, 0, 4, 4, 4};
        tokens[at] = (byte) value;
        assertThat(DnaAlphabet.tokensBefore(tokens))
            .isEqualTo(value < Nucleotide.COUNT ? tokens.length : at);
        if (value < Nucleotide.COUNT) {
          StringBuilder letters = new StringBuilder();
          for (byte token : tokens) letters.append(DnaAlphabet.letter(token));
          assertThat(DnaAlphabet.format(tokens)).isEqualTo(letters.toString());
        } else {
          assertThatThrownBy(() -> DnaAlphabet.format(tokens))
              .isInstanceOf(IndexOutOfBoundsException.class);
        }
      }
    }
  }
}
