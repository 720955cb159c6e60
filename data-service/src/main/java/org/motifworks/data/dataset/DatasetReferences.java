package org.motifworks.data.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/** Who refers to a dataset, as the trainer-service tells it when asked. */
@Singleton
class DatasetReferences {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Optional<URI> trainer;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  DatasetReferences(
      @ConfigProperty(name = "motifworks.services.trainer-url") Optional<URI> trainer) {
    this.trainer = trainer;
  }

  /**
   * Somebody who refers to it.
   *
   * @param kind {@code series} that is judged on it, {@code model} trained on it, or {@code job}
   *     under way
   * @param retired of a model that needs it for its provenance alone
   */
  record Reference(String kind, String id, boolean retired) {}

  /** Whether there is a trainer-service to be asked; without one nobody can be known to refer. */
  boolean areKnown() {
    return trainer.isPresent();
  }

  /**
   * All of them; none without a trainer-service.
   *
   * @throws Problem {@code service.unavailable} (503)
   */
  List<Reference> to(String id) {
    if (trainer.isEmpty()) return List.of();
    URI uri = trainer.get().resolve("/v1/references/datasets/" + id);
    try {
      var answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) throw away("it answers " + answer.statusCode());
      List<Reference> references = new ArrayList<>();
      for (JsonNode each : Json.mapper().readTree(answer.body())) {
        references.add(Json.mapper().treeToValue(each, Reference.class));
      }
      return references;
    } catch (IOException e) {
      throw away(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted");
    }
  }

  private static Problem away(String why) {
    return new Problem(
        503,
        "service.unavailable",
        "A service that does not answer",
        "The trainer-service, which knows who refers to a dataset, is away: " + why + ".",
        "Try again in a moment.");
  }
}
