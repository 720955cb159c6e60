package org.motifworks.worker.attempt;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.Parameter;
import org.motifworks.worker.network.TrainingState;

/**
 * {@code checkpoint.bin}: length of the header (int32), header (JSON), float32 values (current
 * tensors, best tensors, both moments), SHA-256 of all before it; little-endian. Replaced
 * atomically, after a sync, so that a kill at any time leaves the last whole one.
 */
final class CheckpointFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGEST_BYTES = 32;

  private final Path file;
  private final String identity;

  /**
   * @param folder kept between attempts of one run
   * @param identity digest of everything that must be equal for a checkpoint to be usable
   */
  CheckpointFile(Path folder, String identity) {
    this.file = folder.resolve("checkpoint.bin");
    this.identity = identity;
  }

  /** What precedes the values. */
  record Header(String identity, TrainingHistory history, int bestEpoch, long steps, int moments) {}

  void write(Checkpoint checkpoint) throws IOException {
    TrainingState state = checkpoint.state();
    Progress progress = checkpoint.progress();
    Header header =
        new Header(
            identity,
            progress.history(),
            progress.bestEpoch(),
            state.steps(),
            state.firstMoment().length);
    byte[] json = JSON.writeValueAsBytes(header);
    int floats = 2 * size(state.weights().parameters()) + 2 * state.firstMoment().length;
    ByteBuffer bytes =
        ByteBuffer.allocate(4 + json.length + 4 * floats + DIGEST_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(json.length).put(json);
    put(bytes, state.weights());
    put(bytes, progress.bestWeights());
    put(bytes, state.firstMoment());
    put(bytes, state.secondMoment());
    bytes.put(Digests.sha256(bytes.array(), bytes.position()));
    Path fresh = file.resolveSibling("checkpoint.new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      bytes.flip();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The last checkpoint; empty when there is none.
   *
   * @throws UnusableCheckpointException when it is damaged or was made from other inputs
   */
  Optional<Checkpoint> read(List<Parameter> parameters)
      throws IOException, UnusableCheckpointException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    int end = all.length - DIGEST_BYTES;
    if (end < 4
        || !MessageDigest.isEqual(
            Digests.sha256(all, end), Arrays.copyOfRange(all, end, all.length))) {
      throw new UnusableCheckpointException("the checkpoint is damaged");
    }
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    byte[] json = new byte[bytes.getInt()];
    bytes.get(json);
    Header header = JSON.readValue(json, Header.class);
    if (!header.identity().equals(identity)) {
      throw new UnusableCheckpointException(
          "the checkpoint was made from other data, settings or engine");
    }
    NetworkWeights current = weights(bytes, parameters);
    NetworkWeights best = weights(bytes, parameters);
    float[] first = floats(bytes, header.moments());
    float[] second = floats(bytes, header.moments());
    return Optional.of(
        new Checkpoint(
            new Progress(header.history().epochs(), header.bestEpoch(), best),
            new TrainingState(current, header.steps(), first, second)));
  }

  private static int size(List<Parameter> parameters) {
    return parameters.stream().mapToInt(Parameter::size).sum();
  }

  private static void put(ByteBuffer bytes, NetworkWeights weights) {
    for (Parameter parameter : weights.parameters()) {
      put(bytes, weights.values(parameter.name()));
    }
  }

  private static void put(ByteBuffer bytes, float[] values) {
    bytes.asFloatBuffer().put(values);
    bytes.position(bytes.position() + 4 * values.length);
  }

  private static NetworkWeights weights(ByteBuffer bytes, List<Parameter> parameters) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      values.put(parameter.name(), floats(bytes, parameter.size()));
    }
    return new NetworkWeights(parameters, values);
  }

  private static float[] floats(ByteBuffer bytes, int count) {
    float[] values = new float[count];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + 4 * count);
    return values;
  }
}
