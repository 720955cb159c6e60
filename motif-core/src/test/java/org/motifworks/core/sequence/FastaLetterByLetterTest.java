package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Both readers of FASTA against one that takes a letter at a time. */
class FastaLetterByLetterTest {

  /** Whatever stands where, and wherever buffers end: each record or its error as a slow one. */
  @Property(tries = 2000)
  void anyText_isReadAsLetterByLetter(
      @ForAll @Size(max = 30) List<@From("pieces") String> pieces,
      @ForAll @IntRange(min = 1, max = 100) int mostAtATime)
      throws IOException {
    byte[] text = (">first\n" + String.join("", pieces)).getBytes(StandardCharsets.ISO_8859_1);
    List<String> expected = SlowFasta.read(text);
    assertThat(readOn(new ByteArrayInputStream(text))).isEqualTo(expected);
    assertThat(readOn(SmallReads.of(mostAtATime, new ByteArrayInputStream(text))))
        .isEqualTo(expected);
    assertThat(readInParts(text)).isEqualTo(upToFirstError(expected));
  }

  @Provide
  Arbitrary<String> pieces() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("ACGTACGTACGTacgtNnUR").ofMaxLength(70);
    Arbitrary<String> headers =
        Arbitraries.of(
            ">a\n",
            "\n>b c\r\n",
            "\r>\td e\n",
            "\n> \n",
            "\n>\u00c3\u00a4\u001ff\n",
            "\n>g\u001fh\n");
    Arbitrary<String> between =
        Arbitraries.of("\n", "\r\n", "\r", " ", "\t", "\n\n", ">", "\u00ff");
    return Arbitraries.frequencyOf(
        Tuple.of(5, letters),
        Tuple.of(3, headers),
        Tuple.of(4, between),
        Tuple.of(1, Arbitraries.chars().range((char) 0, (char) 255).map(String::valueOf)));
  }

  private static List<String> readOn(InputStream in) throws IOException {
    List<String> found = new ArrayList<>();
    try (FastaReader reader = FastaReader.of(in, "stream", FastaLimits.DEFAULT)) {
      while (reader.hasNext()) {
        try {
          found.add(SlowFasta.shown(reader.next()));
        } catch (SequenceFormatException e) {
          found.add(SlowFasta.shown(e));
        }
      }
    }
    return found;
  }

  private static List<String> upToFirstError(List<String> found) {
    int count = 0;
    while (count < found.size() && !found.get(count).startsWith("fasta.")) count++;
    return found.subList(0, Math.min(found.size(), count + 1));
  }

  private static List<String> readInParts(byte[] text) throws IOException {
    Joined joined = new Joined();
    try {
      FastaParts.read(new ByteArrayInputStream(text), "stream", joined);
      joined.finish();
    } catch (SequenceFormatException e) {
      if (e.record().isEmpty()) joined.finish(); // one without an id was never begun
      joined.found.add(SlowFasta.shown(e));
    }
    return joined.found;
  }

  private static final class Joined implements FastaParts.Receiver {
    private final List<String> found = new ArrayList<>();
    private final ByteArrayOutputStream tokens = new ByteArrayOutputStream();
    private String id;

    @Override
    public void begin(String next, long line) {
      finish();
      id = next;
    }

    @Override
    public void part(byte[] part, int length) {
      tokens.write(part, 0, length);
    }

    private void finish() {
      if (id != null) found.add(SlowFasta.shown(new SequenceRecord(id, tokens.toByteArray())));
      id = null;
      tokens.reset();
    }
  }
}
