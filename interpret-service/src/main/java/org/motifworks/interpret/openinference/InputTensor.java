package org.motifworks.interpret.openinference;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * One input: {@code sequence}, BYTES of shape {@code [rows]} or {@code [rows, 1]}, or {@code
 * tokens}, UINT8 of shape {@code [rows, window]}. Data in JSON may be nested or flat, in row-major
 * order.
 */
final class InputTensor {
  private final JsonNode input;
  private final int window;
  private final int rows;

  private InputTensor(JsonNode input, int window) {
    this.input = input;
    this.window = window;
    this.rows = input.path("shape").path(0).asInt(-1);
  }

  static List<byte[]> read(JsonNode input, BinaryTensors binary, int window) {
    InputTensor tensor = new InputTensor(input, window);
    String name = input.path("name").asText();
    Optional<ByteBuffer> raw = binary.of(input);
    if (name.equals(InferRequest.SEQUENCE)) {
      tensor.require("BYTES", 1);
      return tensor.sequences(raw.map(tensor::strings).orElseGet(tensor::texts));
    }
    if (name.equals(InferRequest.TOKENS)) {
      tensor.require("UINT8", window);
      return tensor.tokens(raw.orElseGet(tensor::numbers));
    }
    throw new Refused("there is no input '" + name + "', only sequence and tokens");
  }

  private void require(String datatype, int columns) {
    if (!input.path("datatype").asText().equals(datatype)) {
      throw new Refused(told("datatype", input.path("datatype"), datatype));
    }
    JsonNode shape = input.path("shape");
    boolean plain = shape.size() == 1 && columns == 1;
    boolean matrix = shape.size() == 2 && shape.path(1).asInt() == columns;
    if (rows < 0 || !(plain || matrix)) {
      throw new Refused(
          told("shape", shape, columns == 1 ? "[n] or [n,1]" : "[n," + columns + "]"));
    }
  }

  private List<byte[]> sequences(List<String> letters) {
    if (letters.size() != rows)
      throw new Refused(letters.size() + " elements in " + rows + " rows");
    List<byte[]> sequences = new ArrayList<>(rows);
    for (String one : letters) {
      byte[] tokens;
      try {
        tokens = DnaAlphabet.tokenise(one);
      } catch (SequenceFormatException e) {
        throw new Refused("sequence " + sequences.size() + ": " + e.getMessage());
      }
      if (tokens.length != window) {
        throw new Refused(
            "sequence "
                + sequences.size()
                + " has "
                + tokens.length
                + " nt, the model takes "
                + window);
      }
      sequences.add(tokens);
    }
    return sequences;
  }

  private List<byte[]> tokens(ByteBuffer flat) {
    if (flat.remaining() != (long) rows * window) {
      throw new Refused(flat.remaining() + " tokens in " + rows + " rows of " + window);
    }
    List<byte[]> sequences = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      byte[] tokens = new byte[window];
      flat.get(tokens);
      for (byte token : tokens) {
        if (token < 0 || token > Nucleotide.N) {
          throw new Refused("row " + row + " has token " + (token & 0xff) + ", over 4");
        }
      }
      sequences.add(tokens);
    }
    return sequences;
  }

  /** BYTES: each element is its length in four bytes, and itself. */
  private List<String> strings(ByteBuffer raw) {
    List<String> elements = new ArrayList<>();
    while (raw.hasRemaining()) {
      int length = raw.remaining() < 4 ? -1 : raw.getInt();
      if (length < 0 || length > raw.remaining()) {
        throw new Refused("element " + elements.size() + " of the binary tensor is cut off");
      }
      byte[] element = new byte[length];
      raw.get(element);
      elements.add(new String(element, StandardCharsets.ISO_8859_1));
    }
    return elements;
  }

  private List<String> texts() {
    List<String> elements = new ArrayList<>();
    for (JsonNode leaf : leaves()) {
      if (!leaf.isTextual()) throw new Refused("element " + elements.size() + " is no string");
      elements.add(leaf.textValue());
    }
    return elements;
  }

  private ByteBuffer numbers() {
    List<JsonNode> leaves = leaves();
    ByteBuffer flat = ByteBuffer.allocate(leaves.size());
    for (JsonNode leaf : leaves) {
      if (!leaf.isInt() || leaf.asInt() < 0 || leaf.asInt() > 255) {
        throw new Refused("element " + flat.position() + " is no UINT8: " + leaf);
      }
      flat.put((byte) leaf.asInt());
    }
    return flat.flip();
  }

  private List<JsonNode> leaves() {
    JsonNode data = input.path("data");
    if (!data.isArray())
      throw new Refused("input '" + input.path("name").asText() + "' has no data");
    List<JsonNode> leaves = new ArrayList<>();
    for (JsonNode element : data) {
      if (element.isArray()) element.forEach(leaves::add);
      else leaves.add(element);
    }
    return leaves;
  }

  private String told(String what, JsonNode found, String expected) {
    return "input '"
        + input.path("name").asText()
        + "' has "
        + what
        + " "
        + (found.isTextual() ? found.asText() : found)
        + ", not "
        + expected;
  }
}
