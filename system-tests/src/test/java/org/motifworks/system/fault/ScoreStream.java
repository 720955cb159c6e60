package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SplittableRandom;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;

/**
 * The same sequences over REST without pause. An answer may be missing, an error, or cut short, and
 * then it lacks its count line; one that has it is the one that was got before anything went wrong.
 */
final class ScoreStream {

  private static final int SEQUENCES = 1000;
  private static final int WINDOW = 200;
  private static final Sample SAMPLE = new Sample();

  private int whole;

  /** What is sent and what comes back, got once while all is well. */
  private static final class Sample {
    private final String fasta = fasta(new SplittableRandom(20261128), SEQUENCES);
    private final String scores = ask(fasta).body();

    private Sample() {
      assertThat(scores).contains("#count=" + SEQUENCES + " errors=0 ");
    }
  }

  /** Records named s0, s1, ... */
  static String fasta(SplittableRandom random, int sequences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sequences; i++) {
      text.append(">s").append(i).append('\n');
      for (int j = 0; j < WINDOW; j++) text.append("ACGT".charAt(random.nextInt(4)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Asks for as long as given; ends early with an answer that is wrong. */
  void run(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = ask(SAMPLE.fasta);
        if (answer.statusCode() == 200 && isWhole(answer.body())) check(answer.body());
        else if (answer.statusCode() < 500 && answer.statusCode() != 200)
          throw new AssertionError("scores: " + answer.statusCode() + " " + answer.body());
      } catch (UncheckedIOException e) {
        Asking.rest(100); // cut off
      }
    }
  }

  /** Whole answers so far, all of them right. */
  int whole() {
    return whole;
  }

  /** Now that all is well again, an answer is whole. */
  void checkAnswered() {
    HttpResponse<String> answer = Asking.untilAnswered(() -> ask(SAMPLE.fasta));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    check(answer.body());
  }

  private void check(String scores) {
    assertThat(scores.equals(SAMPLE.scores)).as("whole scores are the right ones").isTrue();
    whole++;
  }

  private static boolean isWhole(String scores) {
    return scores.lastIndexOf("\n#count=") >= 0 && scores.endsWith("\n");
  }

  private static HttpResponse<String> ask(String fasta) {
    PublicDoor door = RunningSystem.door();
    String path = "/v1/models/" + SmallModel.get().id() + "/score";
    return door.postFor(path, "text/x-fasta", "text/tab-separated-values", fasta);
  }
}
