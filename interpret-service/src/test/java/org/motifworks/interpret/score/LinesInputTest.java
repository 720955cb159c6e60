package org.motifworks.interpret.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lines of any kind, wherever the pieces end in which they come. */
class LinesInputTest {
  private static final int LONGEST = 50;
  private static final int LONGEST_LINE = LONGEST + (1 << 16);

  @Test
  void lines_areThoseOfAPlainSplit() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(40); piece > 0; piece--) {
        text.append(
            switch (random.nextInt(9)) {
              case 0 -> "\n";
              case 1 -> "\r\n";
              case 2 -> " ";
              case 3 -> "\t\u000b ";
              case 4 -> "ä\u2003";
              case 5 -> "x".repeat(LONGEST_LINE - 4 + random.nextInt(9));
              default -> "ACGT";
            });
      }
      byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
      List<String> expected = plainSplit(text.toString());
      assertThat(read(new ByteArrayInputStream(body))).isEqualTo(expected);
      assertThat(read(inPieces(body, 1 + random.nextInt(5)))).isEqualTo(expected);
    }
  }

  private static List<String> plainSplit(String text) {
    List<String> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].strip().split("\\s+", 3);
      String id = words.length == 1 ? String.valueOf(i + 1) : words[0];
      String sequence = words[words.length - 1];
      if (lines[i].getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE) {
        found.add("line.too-long of ");
      } else if (lines[i].isBlank()) {
        continue;
      } else if (words.length == 3) {
        found.add("line.columns of " + id);
      } else if (!sequence.matches("(ACGT)+")) {
        found.add("sequence.invalid-letter of " + id);
      } else {
        found.add(id + " " + sequence.length());
      }
    }
    return found;
  }

  private static List<String> read(InputStream body) throws IOException {
    List<String> found = new ArrayList<>();
    try (LinesInput input = new LinesInput(body, LONGEST, false)) {
      for (Optional<ScoreItem> next = input.next(); next.isPresent(); next = input.next()) {
        found.add(shown(next.get()));
      }
    }
    return found;
  }

  private static String shown(ScoreItem item) {
    String id = item.id().orElse("");
    return item.error()
        .map(error -> error.code() + " of " + id)
        .orElseGet(() -> id + " " + item.tokens().orElseThrow().length);
  }

  private static InputStream inPieces(byte[] body, int bytes) {
    return new FilterInputStream(new ByteArrayInputStream(body)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(bytes, length));
      }
    };
  }
}
