package org.motifworks.core.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * An architecture with what follows from it for a window and a number of classes.
 *
 * @param window nucleotides a sequence
 * @param classes outputs
 * @param parameters trainable ones, batch norm's included
 * @param layers input to output
 * @param outlook what the first layer will learn
 */
public record ArchitectureSummary(
    String name,
    List<ConvolutionBlock> convolutions,
    List<DenseBlock> dense,
    int window,
    int classes,
    long parameters,
    List<LayerShape> layers,
    MotifOutlook outlook) {

  /** The presets that fit the window, in their order. */
  public static List<ArchitectureSummary> presets(int window, int classes) {
    List<ArchitectureSummary> fitting = new ArrayList<>();
    for (String name : ArchitecturePresets.names()) {
      try {
        fitting.add(of(ArchitecturePresets.named(name), window, classes));
      } catch (ArchitectureException doesNotFit) {
        continue;
      }
    }
    return fitting;
  }

  /**
   * Works everything out.
   *
   * @throws ArchitectureException when the architecture does not fit the window
   */
  public static ArchitectureSummary of(Architecture architecture, int window, int classes) {
    List<LayerShape> layers = architecture.layers(window, classes);
    return new ArchitectureSummary(
        architecture.name(),
        architecture.convolutions(),
        architecture.dense(),
        window,
        classes,
        architecture.parameters(window, classes),
        layers,
        MotifOutlook.of(architecture, layers));
  }
}
