package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Sequences.class)
class ReverseComplementTest {

  @Example
  void reverseComplement_readsTheOppositeStrand() {
    assertThat(reverseComplement("AACGTTN")).isEqualTo("NAACGTT");
    assertThat(reverseComplement("ACG")).isEqualTo("CGT");
    assertThat(reverseComplement("")).isEmpty();
  }

  @Property
  void reverseComplement_twice_isIdentity(@ForAll byte[] tokens) {
    byte[] before = tokens.clone();
    assertThat(ReverseComplement.of(ReverseComplement.of(tokens))).isEqualTo(before);
    assertThat(tokens).isEqualTo(before);
  }

  @Property
  void reverseComplement_isThatOfOneByOne(@ForAll byte[] tokens) {
    byte[] opposite = ReverseComplement.of(tokens);
    for (int i = 0; i < tokens.length; i++) {
      assertThat(opposite[tokens.length - 1 - i]).isEqualTo(Nucleotide.complement(tokens[i]));
    }
  }

  @Example
  void reverseComplement_ofWhatIsNoToken_isRefused() {
    for (int at = 0; at < 40; at++) {
      for (int value : new int[] {5, 6, 7, 8, 12, 16, 64, -1, -128}) {
        byte[] tokens = new byte[40];
        tokens[at] = (byte) value;
        assertThatThrownBy(() -> ReverseComplement.of(tokens))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Property
  void contentKey_isTheSameOnBothStrands(@ForAll byte[] tokens) {
    assertThat(ContentKey.of(ReverseComplement.of(tokens))).isEqualTo(ContentKey.of(tokens));
  }

  @Property
  void contentKey_changesWithOneNucleotide(@ForAll byte[] tokens) {
    if (tokens.length == 0) return;
    byte[] other = tokens.clone();
    other[0] = (byte) ((other[0] + 1) % 5);
    // One change can turn a sequence into its own opposite strand, which is no other content.
    if (Arrays.equals(other, ReverseComplement.of(tokens))) return;
    assertThat(ContentKey.of(other)).isNotEqualTo(ContentKey.of(tokens));
  }

  @Example
  void contentKey_tellsLengthsOfARunApart() {
    assertThat(ContentKey.of(new byte[9])).isNotEqualTo(ContentKey.of(new byte[10]));
    assertThat(ContentKey.of(new byte[9]).toString()).hasSize(32);
  }

  private static String reverseComplement(String letters) {
    return DnaAlphabet.format(ReverseComplement.of(DnaAlphabet.tokenise(letters)));
  }
}
