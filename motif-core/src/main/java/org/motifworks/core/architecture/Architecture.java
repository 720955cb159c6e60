package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
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

  private static final ObjectMapper JSON = new ObjectMapper();

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
      throw ArchitectureException.layer(
          this.name, "convolutions must list 1 to 16 blocks, not " + this.convolutions.size());
    }
    if (this.dense.size() > 8) {
      throw ArchitectureException.layer(
          this.name, "dense must list at most 8 blocks, not " + this.dense.size());
    }
    for (int i = 0; i < this.convolutions.size(); i++) {
      this.convolutions.get(i).validate("conv" + (i + 1));
    }
    for (int i = 0; i < this.dense.size(); i++) {
      this.dense.get(i).validate("dense" + (i + 1));
    }
  }

  /**
   * Reads an architecture from JSON; fields left out take the paper's values, unknown fields are
   * refused.
   *
   * @throws ArchitectureException {@code architecture.invalid}
   */
  public static Architecture fromJson(String json) {
    try {
      return JSON.readValue(json, Architecture.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ArchitectureException) {
        throw (ArchitectureException) e.getCause();
      }
      throw new ArchitectureException(
          "architecture.invalid", "not an architecture: " + e.getOriginalMessage());
    }
  }

  /** The same as JSON, every field written out. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an architecture is always JSON", e);
    }
  }

  /**
   * Checks that the network fits a window.
   *
   * @param window nucleotides a sequence has
   * @throws ArchitectureException naming the layer that does not fit
   */
  public void validate(int window) {
    int length = window;
    for (int i = 0; i < convolutions.size(); i++) {
      ConvolutionBlock block = convolutions.get(i);
      String layer = "conv" + (i + 1);
      if (block.span() > 3 * length) { // the paper's cnn-100 spans 5 where 2 come in
        throw ArchitectureException.layer(
            layer, "filters span " + block.span() + " positions but only " + length + " come in");
      }
      length = SamePadding.of(length, block.span(), block.stride()).outputLength();
      if (block.pool() != null) {
        if (block.pool().size() > length) {
          throw ArchitectureException.layer(
              layer,
              "pool size "
                  + block.pool().size()
                  + " exceeds the "
                  + length
                  + " positions that come in");
        }
        length = SamePadding.of(length, block.pool().size(), block.pool().stride()).outputLength();
      }
    }
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
