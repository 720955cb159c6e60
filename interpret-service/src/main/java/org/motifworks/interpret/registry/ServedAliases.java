package org.motifworks.interpret.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What each alias stands for in this process; read by every request, written by the follower. */
@ApplicationScoped
class ServedAliases {

  private final Map<String, TrainedModel> models = new ConcurrentHashMap<>();

  /** The model of {@code series@alias}; empty for an alias this process has not heard of. */
  Optional<TrainedModel> find(String name) {
    return Optional.ofNullable(models.get(name));
  }

  void serve(String name, TrainedModel model) {
    models.put(name, model);
  }

  int size() {
    return models.size();
  }
}
