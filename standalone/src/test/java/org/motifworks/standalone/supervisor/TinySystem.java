package org.motifworks.standalone.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.motifworks.standalone.home.DataFolder;

/** A supervisor of two tiny services as a process of its own, to be killed. */
final class TinySystem {

  private TinySystem() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    Supervisor supervisor =
        new Supervisor(
            new DataFolder(folder),
            "http://localhost:1",
            List.of(
                List.of(TinyService.specification(folder, "first", "steady")),
                List.of(TinyService.specification(folder, "second", "steady"))),
            new Ports());
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
    supervisor.start();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
