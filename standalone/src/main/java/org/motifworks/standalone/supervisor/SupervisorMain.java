package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.motifworks.standalone.home.ProjectHome;

/**
 * The supervisor as a process of its own: {@code SupervisorMain FOLDER [PORT]}. Ends on SIGTERM,
 * with everything it started; exit value 1 and a line on standard error when the start fails.
 */
public final class SupervisorMain {

  private SupervisorMain() {}

  public static void main(String[] arguments) throws InterruptedException, IOException {
    ProjectHome home = ProjectHome.find();
    SystemSettings settings = SystemSettings.of(System.getenv());
    if (arguments.length > 1) settings = settings.withPort(Integer.parseInt(arguments[1]));
    Path mark = home.inUseFolder().resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      MotifworksSystem system =
          MotifworksSystem.prepare(
              home, Path.of(arguments[0]), settings, ProgramArchives.usedAndMade(home));
      Files.createDirectories(mark.getParent());
      Files.writeString(mark, arguments[0] + "\n");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, mark), "stop"));
      system.supervisor().start();
      system.archiveClasses();
    } catch (StartFailedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static void stop(MotifworksSystem system, Path mark) {
    system.close();
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      System.err.println("Cannot delete " + mark + ": " + e.getMessage());
    }
  }
}
