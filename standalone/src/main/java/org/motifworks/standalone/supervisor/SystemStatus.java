package org.motifworks.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * What {@code state.json} says: who supervises, what runs, where the door is.
 *
 * @param supervisor whoever wrote this; when it is dead, so is the rest of what this says
 * @param page the gateway's address, such as {@code http://localhost:8080}
 * @param services in the order they start
 * @param problem why the start was given up, when it was
 */
public record SystemStatus(
    ProcessIdentity supervisor,
    SystemPhase phase,
    String page,
    List<ServiceStatus> services,
    Optional<String> problem) {

  public SystemStatus {
    services = List.copyOf(services);
  }

  /** Whether the supervisor that wrote this still lives and does not end. */
  @JsonIgnore
  public boolean isRunning() {
    return supervisor.isAlive() && (phase == SystemPhase.STARTING || phase == SystemPhase.READY);
  }

  public Optional<ServiceStatus> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }
}
