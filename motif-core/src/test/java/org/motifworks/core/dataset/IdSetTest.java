package org.motifworks.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdSetTest {

  @Test
  void manySimilarIds_areAllDifferent() {
    IdSet ids = new IdSet();
    for (int i = 0; i < 300_000; i++) assertThat(ids.add("chr1:" + i + "-" + (i + 200))).isTrue();
    for (int i = 0; i < 300_000; i++) assertThat(ids.add("chr1:" + i + "-" + (i + 200))).isFalse();
  }

  @Property(tries = 200)
  void anyIds_areKeptAsInASetOfStrings(@ForAll List<String> added) {
    IdSet ids = new IdSet();
    Set<String> strings = new HashSet<>();
    for (String id : added) assertThat(ids.add(id)).isEqualTo(strings.add(id));
  }
}
