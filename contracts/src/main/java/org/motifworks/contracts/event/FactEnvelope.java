package org.motifworks.contracts.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A fact with the CloudEvents attributes that travel beside it as record headers (binary mode).
 *
 * @param id with {@code source}, the identity by which a consumer knows it has seen this fact
 *     before
 * @param source the service that tells it, such as {@code /data-service}
 * @param time when it was told; for people, never for ordering
 */
public record FactEnvelope(String id, String source, Instant time, Fact fact) {

  public FactEnvelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(fact, "fact");
  }

  public FactType type() {
    return FactType.of(fact);
  }
}
