package org.motifworks.contracts.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Everything one training attempt needs, written as a JSON file whose path is the worker's only
 * argument.
 *
 * @param label how logs call the attempt, such as {@code run 01JD…}; never reaches an artifact
 * @param datasetFolder the dataset, already verified by its manifest
 * @param datasetManifestSha256 provenance of the model
 * @param architecture the network
 * @param settings how it is trained
 * @param seed of the initial weights, the order of sequences and dropout
 * @param threads OpenMP threads; part of the provenance, since it changes the last digits
 * @param device where to train
 * @param outputFolder receives the model folder, without manifest.json; made when absent
 * @param checkpointFolder kept between attempts of one run; made when absent
 */
public record AttemptSpec(
    String label,
    String datasetFolder,
    String datasetManifestSha256,
    Architecture architecture,
    TrainingSettings settings,
    long seed,
    int threads,
    ComputeDevice device,
    String outputFolder,
    String checkpointFolder) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Checks that nothing is missing. */
  public AttemptSpec {
    require("label", label);
    require("datasetFolder", datasetFolder);
    require("datasetManifestSha256", datasetManifestSha256);
    require("architecture", architecture);
    require("settings", settings);
    require("device", device);
    require("outputFolder", outputFolder);
    require("checkpointFolder", checkpointFolder);
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads is " + threads + " but must lie in 1..1024");
    }
  }

  /** Reads the file a parent wrote. */
  public static AttemptSpec read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), AttemptSpec.class);
  }

  /** Writes the file for a child. */
  public void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }

  private static void require(String field, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("the attempt's " + field + " is missing");
    }
  }
}
