package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            new LayerShape("conv1", 30, 200, 2340, 19, 1, 1),
            new LayerShape("pool1", 30, 8, 0, 43, 25, 25),
            new LayerShape("conv2", 128, 8, 19_456, 143, 25, 25),
            new LayerShape("pool2", 128, 2, 0, 200, 100, 100),
            new LayerShape("dense1", 512, 1, 132_096, 200, 0, 200),
            new LayerShape("output", 12, 1, 6156, 200, 0, 200));
  }

  @Test
  void unknownName_isRefusedWithTheKnownOnes() {
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
