package org.motifworks.interpret.openinference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/**
 * What is answered to a request to infer.
 *
 * @param body JSON, and behind it the outputs that were wanted as raw bytes
 * @param jsonBytes how much of the body is JSON; absent when it is all of it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, at once
record InferAnswer(byte[] body, OptionalInt jsonBytes) {
  private static final int BATCH = 128;

  /**
   * Runs the model.
   *
   * @param predict gives a batch's scores
   * @param name the model as the client calls it
   * @param version its id
   */
  static InferAnswer of(
      InferRequest request,
      Function<TokenBatch, Prediction> predict,
      int window,
      String name,
      String version)
      throws IOException {
    List<Prediction> parts = run(request.sequences(), predict, window);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("model_name", name).put("model_version", version);
    request.id().ifPresent(id -> json.put("id", id));
    ArrayNode outputs = json.putArray("outputs");
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    for (InferRequest.WantedOutput wanted : request.outputs()) {
      ObjectNode output = outputs.addObject();
      output.put("name", wanted.name()).put("datatype", "FP32");
      output.putArray("shape").add(request.sequences().size()).add(parts.get(0).classes());
      ByteBuffer values = values(parts, wanted.name());
      if (wanted.binary()) {
        output.putObject("parameters").put("binary_data_size", values.remaining());
        tail.write(values.array());
      } else {
        ArrayNode data = output.putArray("data");
        while (values.hasRemaining()) data.add(values.getFloat());
      }
    }
    byte[] head = Json.mapper().writeValueAsBytes(json);
    if (request.outputs().stream().noneMatch(InferRequest.WantedOutput::binary)) {
      return new InferAnswer(head, OptionalInt.empty());
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + tail.size());
    whole.write(head);
    tail.writeTo(whole);
    return new InferAnswer(whole.toByteArray(), OptionalInt.of(head.length));
  }

  private static List<Prediction> run(
      List<byte[]> sequences, Function<TokenBatch, Prediction> predict, int window) {
    List<Prediction> parts = new ArrayList<>();
    TokenBatch batch = new TokenBatch(Math.max(1, Math.min(BATCH, sequences.size())), window);
    for (byte[] sequence : sequences) {
      if (batch.isFull()) {
        parts.add(predict.apply(batch));
        batch.clear();
      }
      batch.add(sequence);
    }
    parts.add(predict.apply(batch));
    return parts;
  }

  private static ByteBuffer values(List<Prediction> parts, String name) {
    boolean logits = name.equals(InferRequest.LOGITS);
    int count = parts.stream().mapToInt(part -> part.logits().length).sum();
    ByteBuffer values = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Prediction part : parts) {
      for (float value : logits ? part.logits() : part.probabilities()) values.putFloat(value);
    }
    return values.flip();
  }
}
