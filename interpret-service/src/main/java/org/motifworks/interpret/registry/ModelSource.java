package org.motifworks.interpret.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.motifworks.kit.problem.Problem;

/**
 * Which artifact a model's name stands for. Aliases are known here; answers by id are remembered,
 * since a model never changes; other names, and aliases not heard of yet, are asked each time.
 */
@ApplicationScoped
public class ModelSource {
  private static final int REMEMBERED = 1000;

  private final TrainerClient trainer;
  private final ServedAliases aliases;
  private final Map<String, TrainedModel> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TrainedModel> eldest) {
              return size() > REMEMBERED;
            }
          });

  ModelSource(@RestClient TrainerClient trainer, ServedAliases aliases) {
    this.trainer = trainer;
    this.aliases = aliases;
  }

  /**
   * The model of a name.
   *
   * @throws Problem {@code model.unknown} (404), {@code trainer.unavailable} (503)
   */
  public TrainedModel find(String name) {
    TrainedModel model = aliases.find(name).orElseGet(() -> known.get(name));
    if (model != null) return model;
    model = ask(name);
    if (model.id().equals(name)) known.put(name, model);
    return model;
  }

  /** The model an alias is known to stand for, without asking anybody. */
  public Optional<TrainedModel> served(String name) {
    return aliases.find(name);
  }

  /**
   * The same as {@link #find}, asked anew: for what changes about a model, such as the state of its
   * interpretation.
   *
   * @throws Problem as {@link #find}
   */
  public TrainedModel ask(String name) {
    try {
      TrainedModel model = trainer.model(name);
      if (model == null || model.id() == null || model.ref() == null) throw unknown(name);
      return model;
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 404) throw unknown(name);
      throw unavailable("answered " + e.getResponse().getStatus(), e);
    } catch (ProcessingException e) {
      throw unavailable("does not answer", e);
    }
  }

  private static Problem unknown(String name) {
    return new Problem(
        404,
        "model.unknown",
        "No such model",
        "There is no model '" + name + "'.",
        "GET /v1/models lists those there are; a model appears when its run has succeeded.");
  }

  private static Problem unavailable(String what, RuntimeException cause) {
    return new Problem(
            503,
            "trainer.unavailable",
            "The trainer-service is away",
            "The trainer-service, which knows the models, " + what + ".",
            "Try again in a few seconds.")
        .causedBy(cause);
  }
}
