package org.motifworks.standalone.command;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;

/** Passes an Arrow stream of scores on, byte for byte, and reads from it how it ended. */
final class ArrowRelay {
  private static final int CONTINUATION = -1;
  private static final int LARGEST_MESSAGE = 1 << 26;

  private final DataInputStream in;
  private final OutputStream out;
  private final Map<String, String> metadata = new HashMap<>();

  private ArrowRelay(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /** What the answer says at its end. */
  record End(long count, long errors, String model) {}

  /** Passes all of it on; empty when it was cut off. */
  static Optional<End> pass(InputStream in, OutputStream out) throws IOException {
    ArrowRelay relay = new ArrowRelay(in, out);
    try {
      while (relay.message()) {
        // until the end mark
      }
    } catch (EOFException e) {
      return Optional.empty();
    } finally {
      out.flush();
    }
    return relay.end();
  }

  /** One message with its body; false at the end mark. */
  private boolean message() throws IOException {
    int mark = number();
    int size = number();
    if (mark != CONTINUATION || size < 0 || size > LARGEST_MESSAGE) {
      throw new IOException("the answer is no Arrow stream");
    }
    if (size == 0) return false;
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    out.write(bytes);
    Message message = Message.getRootAsMessage(ByteBuffer.wrap(bytes));
    for (int i = 0; i < message.customMetadataLength(); i++) remember(message.customMetadata(i));
    if (message.headerType() == MessageHeader.Schema) {
      Schema schema = (Schema) message.header(new Schema());
      for (int i = 0; i < schema.customMetadataLength(); i++) remember(schema.customMetadata(i));
    }
    body(message.bodyLength());
    return true;
  }

  private void body(long length) throws IOException {
    byte[] part = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = in.read(part, 0, (int) Math.min(left, part.length));
      if (read < 0) throw new EOFException();
      out.write(part, 0, read);
      left -= read;
    }
  }

  private void remember(KeyValue pair) {
    metadata.put(pair.key(), pair.value());
  }

  private int number() throws IOException {
    byte[] four = new byte[Integer.BYTES];
    in.readFully(four);
    out.write(four);
    return ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private Optional<End> end() {
    if (!metadata.containsKey("motifworks.count")) return Optional.empty();
    return Optional.of(
        new End(
            Long.parseLong(metadata.get("motifworks.count")),
            Long.parseLong(metadata.get("motifworks.errors")),
            metadata.get("motifworks.model")));
  }
}
