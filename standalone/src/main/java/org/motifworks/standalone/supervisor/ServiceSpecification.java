package org.motifworks.standalone.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process the supervisor keeps: what to run and what to expect of it.
 *
 * @param name also the name of its log
 * @param command program and arguments
 * @param environment added to the supervisor's own
 * @param folder working folder
 * @param port it listens on
 * @param startPatience until it must be ready; then it is killed and started again
 * @param stopPatience from SIGTERM to SIGKILL
 */
public record ServiceSpecification(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    int port,
    Readiness readiness,
    Duration startPatience,
    Duration stopPatience) {

  public ServiceSpecification {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
