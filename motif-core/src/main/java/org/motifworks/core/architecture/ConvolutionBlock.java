package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Convolution ("same" padded) → batch norm → activation → max-pool → dropout. The convolution has a
 * bias only without batch norm, which would cancel it.
 *
 * @param filters number of filters
 * @param size positions a filter covers
 * @param stride positions between applications of a filter
 * @param dilation positions between the taps of a filter
 * @param activation what follows the batch norm
 * @param batchNorm whether sums are normalised over the batch
 * @param pool the max-pool; null for none
 * @param dropout share of values set to zero in training, 0 for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConvolutionBlock(
    int filters,
    int size,
    int stride,
    int dilation,
    Activation activation,
    boolean batchNorm,
    PoolSpec pool,
    double dropout) {

  /** The paper's block: stride 1, no dilation, ReLU, batch norm, dropout 0.1. */
  public static ConvolutionBlock of(int filters, int size, PoolSpec pool) {
    return fromJson(filters, size, null, null, null, null, pool, null);
  }

  @JsonCreator
  static ConvolutionBlock fromJson(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty(value = "size", required = true) int size,
      @JsonProperty("stride") Integer stride,
      @JsonProperty("dilation") Integer dilation,
      @JsonProperty("activation") Activation activation,
      @JsonProperty("batchNorm") Boolean batchNorm,
      @JsonProperty("pool") PoolSpec pool,
      @JsonProperty("dropout") Double dropout) {
    return new ConvolutionBlock(
        filters,
        size,
        stride == null ? 1 : stride,
        dilation == null ? 1 : dilation,
        activation == null ? Activation.RELU : activation,
        batchNorm == null || batchNorm,
        pool,
        dropout == null ? 0.1 : dropout);
  }

  /** Positions from the first to the last tap of a filter. */
  public int span() {
    return (size - 1) * dilation + 1;
  }

  void validate(String path) {
    Bounds.within(path + ".filters", filters, 1, 4096);
    Bounds.within(path + ".size", size, 1, 1001);
    Bounds.within(path + ".stride", stride, 1, size);
    Bounds.within(path + ".dilation", dilation, 1, 1000);
    Bounds.dropout(path, dropout);
    if (stride > 1 && dilation > 1) {
      throw ArchitectureException.at(
          path, "has stride " + stride + " and dilation " + dilation + "; only one may exceed 1");
    }
    if (pool != null) {
      pool.validate(path + ".pool");
    }
  }
}
