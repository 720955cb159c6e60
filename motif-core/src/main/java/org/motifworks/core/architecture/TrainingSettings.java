package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How a network is trained: Adam on clipped binary cross-entropy, stopped early on the validation
 * loss. Presets and overrides are made by {@link TrainingPresets}.
 *
 * @param preset the preset the values started from
 * @param initialisation how weights start
 * @param learningRate Adam's step size
 * @param beta1 Adam's decay of the first moment
 * @param beta2 Adam's decay of the second moment
 * @param epsilon Adam's epsilon
 * @param batchSize sequences a step
 * @param maximumEpochs passes over the training split at most
 * @param patience epochs without a lower validation loss after which training stops
 * @param l2 the loss gains {@code l2 × sum of squares} of the weights alone, never of batch norm or
 *     biases (as Keras's {@code l2}; PyTorch's weight decay is twice this)
 * @param batchNormEpsilon added to the variance
 * @param batchNormMovingAverage share of the running statistics kept at each step
 * @param reverseComplement whether training reads every sequence from either strand, drawn anew
 *     each epoch; the other splits stay as they are
 * @param classWeights what positives count in the training loss; null for 1. The validation loss
 *     stays unweighted
 * @param learningRateSchedule how the learning rate changes; null when it does not
 */
public record TrainingSettings(
    String preset,
    Initialisation initialisation,
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    int batchSize,
    int maximumEpochs,
    int patience,
    double l2,
    double batchNormEpsilon,
    double batchNormMovingAverage,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean reverseComplement,
    @JsonInclude(JsonInclude.Include.NON_NULL) ClassWeights classWeights,
    @JsonInclude(JsonInclude.Include.NON_NULL) LearningRateSchedule learningRateSchedule) {

  /** Checks every value; all but the last three are required here. */
  @JsonCreator
  public TrainingSettings(
      @JsonProperty(value = "preset", required = true) String preset,
      @JsonProperty(value = "initialisation", required = true) Initialisation initialisation,
      @JsonProperty(value = "learningRate", required = true) double learningRate,
      @JsonProperty(value = "beta1", required = true) double beta1,
      @JsonProperty(value = "beta2", required = true) double beta2,
      @JsonProperty(value = "epsilon", required = true) double epsilon,
      @JsonProperty(value = "batchSize", required = true) int batchSize,
      @JsonProperty(value = "maximumEpochs", required = true) int maximumEpochs,
      @JsonProperty(value = "patience", required = true) int patience,
      @JsonProperty(value = "l2", required = true) double l2,
      @JsonProperty(value = "batchNormEpsilon", required = true) double batchNormEpsilon,
      @JsonProperty(value = "batchNormMovingAverage", required = true)
          double batchNormMovingAverage,
      @JsonProperty("reverseComplement") boolean reverseComplement,
      @JsonProperty("classWeights") ClassWeights classWeights,
      @JsonProperty("learningRateSchedule") LearningRateSchedule learningRateSchedule) {
    this.preset = preset;
    this.initialisation = initialisation;
    this.learningRate = between("learningRate", learningRate, 1e-8, 10);
    this.beta1 = between("beta1", beta1, 0, 0.9999);
    this.beta2 = between("beta2", beta2, 0, 0.999999);
    this.epsilon = between("epsilon", epsilon, 1e-16, 1);
    this.batchSize = (int) between("batchSize", batchSize, 2, 8192);
    this.maximumEpochs = (int) between("maximumEpochs", maximumEpochs, 1, 100_000);
    this.patience = (int) between("patience", patience, 1, 100_000);
    this.l2 = between("l2", l2, 0, 1);
    this.batchNormEpsilon = between("batchNormEpsilon", batchNormEpsilon, 1e-12, 1);
    this.batchNormMovingAverage =
        between("batchNormMovingAverage", batchNormMovingAverage, 0, 0.99999);
    this.reverseComplement = reverseComplement;
    this.classWeights = classWeights;
    boolean constant =
        learningRateSchedule == null
            || learningRateSchedule.kind() == LearningRateSchedule.Kind.NONE;
    this.learningRateSchedule = constant ? null : learningRateSchedule;
  }

  /**
   * Checks what depends on the dataset.
   *
   * @throws ArchitectureException {@code settings.invalid}
   */
  public void validate(int classes) {
    if (classWeights != null) {
      classWeights.validate(classes);
    }
  }

  /**
   * The learning rate of the epoch that follows.
   *
   * @param validationLosses of the epochs before, in order
   */
  public double learningRate(List<Double> validationLosses) {
    return learningRateSchedule == null
        ? learningRate
        : learningRate * learningRateSchedule.share(validationLosses, maximumEpochs);
  }

  private static double between(String setting, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new ArchitectureException(
          "settings.invalid", setting + " is " + value + " but must lie in " + least + ".." + most);
    }
    return value;
  }
}
