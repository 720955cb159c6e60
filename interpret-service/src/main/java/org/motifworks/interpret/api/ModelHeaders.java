package org.motifworks.interpret.api;

import jakarta.ws.rs.core.Response;
import org.motifworks.interpret.registry.TrainedModel;

/** Says which model an answer is from, and what its name stood for when it was asked. */
final class ModelHeaders {
  private ModelHeaders() {}

  /**
   * Adds {@code Motifworks-Model} and, for a name, {@code Motifworks-Alias} (as {@code
   * series@alias}) and {@code Motifworks-Generation}.
   */
  static Response.ResponseBuilder add(Response.ResponseBuilder answer, TrainedModel model) {
    answer.header("Motifworks-Model", model.id());
    model
        .named()
        .ifPresent(
            named -> {
              named
                  .alias()
                  .ifPresent(
                      alias -> answer.header("Motifworks-Alias", named.series() + "@" + alias));
              named
                  .generation()
                  .ifPresent(generation -> answer.header("Motifworks-Generation", generation));
            });
    return answer;
  }
}
