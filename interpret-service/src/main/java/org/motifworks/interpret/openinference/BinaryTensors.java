package org.motifworks.interpret.openinference;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The raw tensors behind the JSON of a request, one after another (little endian). */
final class BinaryTensors {
  private final ByteBuffer bytes;

  BinaryTensors(byte[] body, int start) {
    this.bytes =
        ByteBuffer.wrap(body, start, body.length - start).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The bytes of an input; empty when its data are in the JSON.
   *
   * @throws Refused when there are not as many as it says
   */
  Optional<ByteBuffer> of(JsonNode input) {
    JsonNode size = input.path("parameters").path("binary_data_size");
    if (size.isMissingNode()) return Optional.empty();
    if (!size.canConvertToInt() || size.asInt() < 0 || size.asInt() > bytes.remaining()) {
      throw new Refused(
          "binary_data_size is " + size + ", and " + bytes.remaining() + " bytes follow");
    }
    ByteBuffer tensor = bytes.slice(bytes.position(), size.asInt()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + size.asInt());
    return Optional.of(tensor);
  }

  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw new Refused(bytes.remaining() + " bytes follow the request that no input claims");
    }
  }
}
