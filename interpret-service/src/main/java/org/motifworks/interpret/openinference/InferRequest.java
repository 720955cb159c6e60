package org.motifworks.interpret.openinference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.motifworks.contracts.json.Json;

/**
 * A request to infer.
 *
 * @param id given back with the answer
 * @param sequences shape {@code [rows][window]}, tokens A C G T N = 0..4
 * @param outputs what is wanted, in this order
 */
record InferRequest(Optional<String> id, List<byte[]> sequences, List<WantedOutput> outputs) {
  static final String SEQUENCE = "sequence";
  static final String TOKENS = "tokens";
  static final String PROBABILITIES = "probabilities";
  static final String LOGITS = "logits";

  /** An output by name, and whether it comes behind the JSON as raw bytes. */
  record WantedOutput(String name, boolean binary) {}

  /**
   * Reads a body.
   *
   * @param jsonBytes how much of the body is JSON, where tensors follow it
   * @param window nt of the model's input
   * @throws Refused when it is not what the protocol or the model asks for
   */
  static InferRequest read(byte[] body, OptionalInt jsonBytes, int window) throws IOException {
    int length = jsonBytes.orElse(body.length);
    if (length < 0 || length > body.length) {
      throw new Refused("Inference-Header-Content-Length is " + length + " of " + body.length);
    }
    JsonNode json;
    try {
      json = Json.mapper().readTree(body, 0, length);
    } catch (JsonProcessingException e) {
      throw new Refused("the request is no JSON: " + e.getOriginalMessage());
    }
    JsonNode inputs = json.path("inputs");
    if (inputs.size() != 1) {
      throw new Refused(
          "one input is expected, 'sequence' (BYTES) or 'tokens' (UINT8), not " + inputs.size());
    }
    BinaryTensors binary = new BinaryTensors(body, length);
    List<byte[]> sequences = InputTensor.read(inputs.get(0), binary, window);
    binary.requireEnd();
    return new InferRequest(id(json), sequences, outputs(json));
  }

  private static Optional<String> id(JsonNode json) {
    return json.hasNonNull("id") ? Optional.of(json.get("id").asText()) : Optional.empty();
  }

  private static List<WantedOutput> outputs(JsonNode json) {
    boolean binary = json.path("parameters").path("binary_data_output").asBoolean(false);
    List<WantedOutput> wanted = new ArrayList<>();
    for (JsonNode output : json.path("outputs")) {
      String name = output.path("name").asText();
      if (!name.equals(PROBABILITIES) && !name.equals(LOGITS)) {
        throw new Refused("there is no output '" + name + "', only probabilities and logits");
      }
      if (output.path("parameters").has("classification")) {
        throw new Refused("classification is an extension that this server does not have");
      }
      boolean own = output.path("parameters").path("binary_data").asBoolean(binary);
      wanted.add(new WantedOutput(name, own));
    }
    if (!wanted.isEmpty()) return wanted;
    return List.of(new WantedOutput(PROBABILITIES, binary), new WantedOutput(LOGITS, binary));
  }
}
