package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** The paper's count for 200 nt and 12 classes. */
  @Test
  void parameters_ofCnn2_are160048() {
    assertThat(ArchitecturePresets.named("cnn-2").parameters(200, 12)).isEqualTo(160_048);
  }

  @Test
  void presets_allParse_andFitThePapersWindows() {
    for (String name : ArchitecturePresets.names()) {
      Architecture preset = ArchitecturePresets.named(name);
      assertThat(preset.name()).isEqualTo(name);
      preset.validate(200);
      preset.validate(1000);
    }
  }

  @Test
  void json_roundTrips() {
    Architecture preset = ArchitecturePresets.named("cnn-25");
    assertThat(Architecture.fromJson(preset.toJson())).isEqualTo(preset);
  }

  @Test
  void layers_ofCnn25_haveThePapersShapesAndReceptiveFields() {
    assertThat(ArchitecturePresets.named("cnn-25").layers(200, 12))
        .containsExactly(
            new LayerShape("conv1", 30, 200, 2340, 19, 1),
            new LayerShape("pool1", 30, 8, 0, 43, 25),
            new LayerShape("conv2", 128, 8, 19_456, 143, 25),
            new LayerShape("pool2", 128, 2, 0, 200, 100),
            new LayerShape("dense1", 512, 1, 132_096, 200, 0),
            new LayerShape("output", 12, 1, 6156, 200, 0));
  }

  @Test
  void poolLongerThanItsInput_isRefusedByLayerName() {
    assertThatThrownBy(() -> ArchitecturePresets.named("cnn-25").validate(20))
        .isInstanceOf(ArchitectureException.class)
        .hasMessage("conv1: pool size 25 exceeds the 20 positions that come in");
  }

  @Test
  void wrongValues_areRefusedWithLayerFieldAndRange() {
    assertThatThrownBy(
            () -> new Architecture("x", List.of(ConvolutionBlock.of(0, 19, null)), List.of()))
        .hasMessage("conv1: filters is 0 but must lie in 1..4096");
    assertThatThrownBy(
            () ->
                Architecture.fromJson(
                    "{\"convolutions\":[{\"filters\":3,\"size\":5,\"pool\":{\"size\":2,\"stride\":3}}]}"))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("pool stride 3 must lie in 1..2");
    assertThatThrownBy(
            () ->
                Architecture.fromJson(
                    "{\"convolutions\":[{\"filters\":3,\"size\":5,\"activation\":\"tanh\"}]}"))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("known are relu, exponential, softplus");
    assertThatThrownBy(() -> Architecture.fromJson("{\"convolution\":[]}"))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("convolution");
    assertThatThrownBy(() -> ArchitecturePresets.named("cnn-7"))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("known are cnn-1, cnn-2, cnn-4");
  }

  @Test
  void samePadding_putsTheOddPositionOnTheRight() {
    assertThat(SamePadding.of(200, 19, 1)).isEqualTo(new SamePadding(200, 9, 9));
    assertThat(SamePadding.of(10, 4, 1)).isEqualTo(new SamePadding(10, 1, 2));
    assertThat(SamePadding.of(201, 25, 25)).isEqualTo(new SamePadding(9, 12, 12));
    assertThat(SamePadding.of(200, 50, 2)).isEqualTo(new SamePadding(100, 24, 24));
  }
}
