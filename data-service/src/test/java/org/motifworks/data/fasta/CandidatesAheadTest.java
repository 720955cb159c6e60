package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;

class CandidatesAheadTest {

  private static final int MANY = 20_000;

  @Test
  void candidates_comeInOrder_leftOutOnesToo() {
    try (CandidatesAhead ahead = new CandidatesAhead(numbered(0, MANY).iterator())) {
      for (int i = 0; i < MANY; i++) assertThat(id(ahead.next())).isEqualTo(id(numbered(i)));
      assertThat(ahead.hasNext()).isFalse();
      assertThat(ahead.hasNext()).isFalse();
    }
  }

  @Test
  void problem_comesInItsPlace_andAgain() {
    Iterator<Optional<Candidate>> source =
        Stream.concat(numbered(0, MANY), Stream.generate(CandidatesAheadTest::broken)).iterator();
    try (CandidatesAhead ahead = new CandidatesAhead(source)) {
      for (int i = 0; i < MANY; i++) ahead.next();
      assertThatThrownBy(ahead::hasNext).hasMessage("broken");
      assertThatThrownBy(ahead::next).hasMessage("broken");
    }
  }

  @Test
  void longSequences_areNotReadFarAhead() {
    int[] read = {0};
    Iterator<Optional<Candidate>> source =
        Stream.generate(() -> candidate("long" + read[0]++, 1 << 20)).iterator();
    try (CandidatesAhead ahead = new CandidatesAhead(source)) {
      for (int i = 0; i < 10; i++) ahead.next();
    }
    assertThat(read[0]).isLessThanOrEqualTo(12);
  }

  private static Stream<Optional<Candidate>> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(CandidatesAheadTest::numbered);
  }

  private static Optional<Candidate> numbered(int number) {
    return number % 7 == 3 ? Optional.empty() : candidate("s" + number, 200);
  }

  private static Optional<Candidate> candidate(String id, int length) {
    ContentKey key = new ContentKey(0, 0);
    return Optional.of(new Candidate(id, new byte[length], key, new byte[1], Split.TRAIN, "a.fa"));
  }

  private static Optional<Candidate> broken() {
    throw new IllegalStateException("broken");
  }

  private static String id(Optional<Candidate> candidate) {
    return candidate.map(Candidate::id).orElse("left out");
  }
}
