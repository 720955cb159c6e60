package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A convolutional network over one-hot DNA {@code [4, window]}: convolution blocks, then dense
 * blocks, then one output unit (with bias, sigmoid) a class. Immutable; how many classes and which
 * window come with the dataset.
 *
 * @param name what people call it, such as {@code cnn-25}
 * @param convolutions at least one; the first one's filters are the motifs
 * @param dense may be empty
 */
public record Architecture(
    String name, List<ConvolutionBlock> convolutions, List<DenseBlock> dense) {

  /** Copies the lists; checks everything that does not depend on the window. */
  @JsonCreator
  public Architecture(
      @JsonProperty("name") String name,
      @JsonProperty("convolutions") List<ConvolutionBlock> convolutions,
      @JsonProperty("dense") List<DenseBlock> dense) {
    this.name = name == null || name.isBlank() ? "unnamed" : name;
    this.convolutions = convolutions == null ? List.of() : List.copyOf(convolutions);
    this.dense = dense == null ? List.of() : List.copyOf(dense);
    if (this.convolutions.isEmpty() || this.convolutions.size() > 16) {
      throw ArchitectureException.at(
          "convolutions", "must list 1 to 16 blocks, not " + this.convolutions.size());
    }
    if (this.dense.size() > 8) {
      throw ArchitectureException.at(
          "dense", "must list at most 8 blocks, not " + this.dense.size());
    }
    for (int i = 0; i < this.convolutions.size(); i++) {
      this.convolutions.get(i).validate(path("convolutions", i));
    }
    for (int i = 0; i < this.dense.size(); i++) {
      this.dense.get(i).validate(path("dense", i));
    }
  }

  /**
   * Reads an architecture from JSON; fields left out take the paper's values, unknown fields are
   * refused.
   *
   * @throws ArchitectureException {@code architecture.invalid}, naming the place
   */
  public static Architecture fromJson(String json) {
    return ArchitectureReader.read(json);
  }

  /**
   * The same from a tree, which may have been YAML.
   *
   * @throws ArchitectureException {@code architecture.invalid}, naming the place
   */
  public static Architecture from(JsonNode description) {
    return ArchitectureReader.read(description);
  }

  /** The same as JSON, every field written out. */
  public String toJson() {
    try {
      return new ObjectMapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an architecture is always JSON", e);
    }
  }

  /**
   * Checks that the network fits a window.
   *
   * @param window nucleotides a sequence has
   * @throws ArchitectureException naming the place that does not fit
   */
  public void validate(int window) {
    int length = window;
    for (int i = 0; i < convolutions.size(); i++) {
      ConvolutionBlock block = convolutions.get(i);
      String path = path("convolutions", i);
      if (block.span() > 3 * length) { // the paper's cnn-100 spans 5 where 2 come in
        throw ArchitectureException.at(
            path + ".size",
            "makes filters span "
                + block.span()
                + " positions but only "
                + length
                + " come in of a window of "
                + window);
      }
      length = SamePadding.of(length, block.span(), block.stride()).outputLength();
      if (block.pool() != null) {
        if (block.pool().size() > length) {
          throw ArchitectureException.at(
              path + ".pool.size",
              "is "
                  + block.pool().size()
                  + " but only "
                  + length
                  + " positions come in of a window of "
                  + window);
        }
        length = SamePadding.of(length, block.pool().size(), block.pool().stride()).outputLength();
      }
    }
  }

  private static String path(String list, int index) {
    return list + "[" + index + "]";
  }

  /** The table of layers, input to output, for a window and a number of classes. */
  public List<LayerShape> layers(int window, int classes) {
    validate(window);
    return LayerTable.of(this, window, classes);
  }

  /** Trainable parameters, batch norm's included. */
  public long parameters(int window, int classes) {
    return layers(window, classes).stream().mapToLong(LayerShape::parameters).sum();
  }
}
