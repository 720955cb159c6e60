package org.motifworks.standalone.supervisor;

import java.util.Optional;

/**
 * One supervised process at one moment.
 *
 * @param process absent while none runs
 * @param restarts how often it was started again
 */
public record ServiceStatus(
    String name, ServiceState state, int port, Optional<ProcessIdentity> process, int restarts) {}
