package org.motifworks.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.supervisor.DetachedSupervisor;
import org.motifworks.standalone.supervisor.ServiceStatus;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Terminal;

/** Shows logs, each line behind the name of its process when there are several. */
final class LogTail {

  private static final long POLL_MILLIS = 300;

  private final DataFolder folder;
  private final Terminal terminal;

  LogTail(DataFolder folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  /** New lines of all services until the supervisor ends. */
  void follow(List<ServiceStatus> services) {
    show(services.stream().map(ServiceStatus::name).toList(), 0, true);
  }

  /**
   * @param names of the logs
   * @param lines of each to begin with
   * @param follow goes on while the system runs
   */
  void show(List<String> names, int lines, boolean follow) {
    Map<String, LogFile> files = new LinkedHashMap<>();
    for (String name : names) files.put(name, new LogFile(folder.log(name)));
    DetachedSupervisor supervisor = new DetachedSupervisor(folder);
    try {
      for (Map.Entry<String, LogFile> each : files.entrySet()) {
        print(each.getKey(), each.getValue().last(lines), names);
      }
      while (follow && supervisor.running().isPresent()) {
        Thread.sleep(POLL_MILLIS);
        for (Map.Entry<String, LogFile> each : files.entrySet()) {
          print(each.getKey(), each.getValue().more(), names);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(String name, List<String> lines, List<String> names) {
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    Style style = terminal.style();
    for (String line : lines) {
      String padding = " ".repeat(width - name.length());
      String prefix = names.size() == 1 ? "" : style.faint(name + padding + " | ");
      terminal.out().println(prefix + line);
    }
    terminal.out().flush();
  }
}
