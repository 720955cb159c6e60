package org.motifworks.trainer.attempt;

import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;

/**
 * A worker process for tests of the parent: the real protocol, but what it does is told by the
 * attempt's label. What it does when its parent dies is tested with the real worker.
 */
final class ScriptedWorker {

  private ScriptedWorker() {}

  public static void main(String[] arguments) throws Exception {
    AttemptSpec spec = AttemptSpec.read(Path.of(arguments[0]));
    System.err.println(
        "scripted: " + spec.label() + " with " + System.getenv("OMP_NUM_THREADS") + " threads");
    switch (spec.label()) {
      case "succeeds" -> {
        say(new AttemptMessage.EpochEnded(1, 2, 0.5, 0.4, null, 1, 0.1));
        say(new AttemptMessage.EpochEnded(2, 2, 0.4, 0.3, null, 2, 0.1));
        Files.createDirectories(Path.of(spec.outputFolder()));
        say(new AttemptMessage.Succeeded(2, 2, 0.3, 0.9, 0.1, 0.8, 1e-6));
      }
      case "fails" -> {
        say(
            new AttemptMessage.Failed(
                "training.diverged", "the loss of epoch 1 is not a number", "lower it"));
        System.exit(AttemptExit.FAILED);
      }
      case "chatters" -> {
        System.out.println("some library's banner");
        say(new AttemptMessage.Succeeded(1, 1, 0.3, 0.9, 0.1, 0.8, 1e-6));
      }
      case "crashes" -> {
        say(new AttemptMessage.EpochEnded(1, 2, 0.5, 0.4, null, 1, 0.1));
        System.err.println("a native library said goodbye");
        Runtime.getRuntime().halt(134);
      }
      case "hangs" -> Thread.sleep(600_000);
      default -> throw new IllegalArgumentException(spec.label());
    }
  }

  private static void say(AttemptMessage message) {
    System.out.println(message.toLine());
  }
}
