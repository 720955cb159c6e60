package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Fully connected layer → batch norm → activation → dropout. It has a bias only without batch norm.
 *
 * @param units number of outputs
 * @param activation what follows the batch norm
 * @param batchNorm whether sums are normalised over the batch
 * @param dropout share of values set to zero in training, 0 for none
 */
public record DenseBlock(int units, Activation activation, boolean batchNorm, double dropout) {

  /** The paper's block: ReLU, batch norm, dropout 0.5. */
  public static DenseBlock of(int units) {
    return fromJson(units, null, null, null);
  }

  @JsonCreator
  static DenseBlock fromJson(
      @JsonProperty(value = "units", required = true) int units,
      @JsonProperty("activation") Activation activation,
      @JsonProperty("batchNorm") Boolean batchNorm,
      @JsonProperty("dropout") Double dropout) {
    return new DenseBlock(
        units,
        activation == null ? Activation.RELU : activation,
        batchNorm == null || batchNorm,
        dropout == null ? 0.5 : dropout);
  }

  void validate(String path) {
    Bounds.within(path + ".units", units, 1, 65_536);
    Bounds.dropout(path, dropout);
  }
}
