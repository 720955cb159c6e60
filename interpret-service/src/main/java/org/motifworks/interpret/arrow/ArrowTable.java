package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * A table on its way to a reader, batch by batch, as the Arrow columnar format's streaming format
 * has it (version 1.0 and later). Fill the columns alike, then {@link #writeBatch}; the table that
 * ends with {@link #end} is whole.
 */
public final class ArrowTable {
  private static final int ALIGNMENT = 8;
  private static final int CONTINUATION = -1;

  private final OutputStream out;
  private final List<ArrowColumn> columns;

  /**
   * Writes the schema.
   *
   * @param metadata of the schema
   */
  public ArrowTable(OutputStream out, List<ArrowColumn> columns, Map<String, String> metadata)
      throws IOException {
    this.out = out;
    this.columns = columns;
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int[] each = columns.stream().mapToInt(column -> column.writeField(builder)).toArray();
    int fields = Schema.createFieldsVector(builder, each);
    int pairs = Schema.createCustomMetadataVector(builder, pairs(builder, metadata));
    Schema.startSchema(builder);
    Schema.addEndianness(builder, Endianness.Little);
    Schema.addFields(builder, fields);
    Schema.addCustomMetadata(builder, pairs);
    int schema = Schema.endSchema(builder);
    writeMessage(builder, MessageHeader.Schema, schema, 0, Map.of());
  }

  /** Writes what the columns hold as a batch, and empties them. */
  public void writeBatch(int rows) throws IOException {
    writeBatch(rows, Map.of());
  }

  /**
   * Writes a last batch, which has no rows, and that the table ends here.
   *
   * @param metadata of that batch
   */
  public void end(Map<String, String> metadata) throws IOException {
    writeBatch(0, metadata);
    writeNumber(CONTINUATION);
    writeNumber(0);
    out.flush();
  }

  public void flush() throws IOException {
    out.flush();
  }

  private void writeBatch(int rows, Map<String, String> metadata) throws IOException {
    List<ArrowColumn.Node> nodes = new ArrayList<>();
    List<LittleEndianBytes> buffers = new ArrayList<>();
    for (ArrowColumn column : columns) {
      nodes.addAll(column.nodes());
      buffers.addAll(column.buffers());
    }
    FlatBufferBuilder builder = new FlatBufferBuilder();
    RecordBatch.startNodesVector(builder, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) { // vectors of structs are written backwards
      FieldNode.createFieldNode(builder, nodes.get(i).length(), nodes.get(i).nulls());
    }
    int nodesAt = builder.endVector();
    long end = buffers.stream().mapToLong(buffer -> padded(buffer.size())).sum();
    long bodyLength = end;
    RecordBatch.startBuffersVector(builder, buffers.size());
    for (int i = buffers.size() - 1; i >= 0; i--) {
      end -= padded(buffers.get(i).size());
      Buffer.createBuffer(builder, end, buffers.get(i).size());
    }
    int buffersAt = builder.endVector();
    RecordBatch.startRecordBatch(builder);
    RecordBatch.addLength(builder, rows);
    RecordBatch.addNodes(builder, nodesAt);
    RecordBatch.addBuffers(builder, buffersAt);
    int batch = RecordBatch.endRecordBatch(builder);
    writeMessage(builder, MessageHeader.RecordBatch, batch, bodyLength, metadata);
    for (LittleEndianBytes buffer : buffers) {
      buffer.writeTo(out);
      writeZeros((int) (padded(buffer.size()) - buffer.size()));
    }
    columns.forEach(ArrowColumn::clear);
  }

  private void writeMessage(
      FlatBufferBuilder builder,
      byte headerType,
      int header,
      long bodyLength,
      Map<String, String> metadata)
      throws IOException {
    int pairs = Message.createCustomMetadataVector(builder, pairs(builder, metadata));
    Message.startMessage(builder);
    Message.addVersion(builder, MetadataVersion.V5);
    Message.addHeaderType(builder, headerType);
    Message.addHeader(builder, header);
    Message.addBodyLength(builder, bodyLength);
    Message.addCustomMetadata(builder, pairs);
    builder.finish(Message.endMessage(builder));
    byte[] message = builder.sizedByteArray();
    int size = (int) padded(message.length);
    writeNumber(CONTINUATION);
    writeNumber(size);
    out.write(message);
    writeZeros(size - message.length);
  }

  private static int[] pairs(FlatBufferBuilder builder, Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .mapToInt(
            pair -> {
              int key = builder.createString(pair.getKey());
              int value = builder.createString(pair.getValue());
              return KeyValue.createKeyValue(builder, key, value);
            })
        .toArray();
  }

  private static long padded(long size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private void writeNumber(int number) throws IOException {
    out.write(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
  }

  private void writeZeros(int count) throws IOException {
    out.write(new byte[count]);
  }
}
