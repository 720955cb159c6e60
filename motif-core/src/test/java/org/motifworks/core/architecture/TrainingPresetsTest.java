package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TrainingPresetsTest {

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void paperCode_isTheDefault_withTheReleasedCodesValues() {
    TrainingSettings settings = TrainingPresets.withOverrides(null);
    assertThat(settings)
        .isEqualTo(
            new TrainingSettings(
                "paper-code",
                Initialisation.GLOROT_UNIFORM,
                1e-3,
                0.95,
                0.999,
                1e-8,
                100,
                100,
                20,
                1e-6,
                1e-8,
                0.99));
  }

  @Test
  void override_replacesOneValueOfANamedPreset() throws Exception {
    TrainingSettings settings =
        TrainingPresets.withOverrides(json("{\"preset\":\"paper-text\",\"maximumEpochs\":7}"));
    assertThat(settings.maximumEpochs()).isEqualTo(7);
    assertThat(settings.learningRate()).isEqualTo(3e-4);
    assertThat(settings.initialisation()).isEqualTo(Initialisation.HE_NORMAL);
  }

  @Test
  void wrongOverrides_areRefusedByName() throws Exception {
    JsonNode unknown = json("{\"lr\":1}");
    assertThatThrownBy(() -> TrainingPresets.withOverrides(unknown))
        .hasMessage("'lr' is no training setting");
    JsonNode wrong = json("{\"batchSize\":1}");
    assertThatThrownBy(() -> TrainingPresets.withOverrides(wrong))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("batchSize is 1");
    JsonNode preset = json("{\"preset\":\"best\"}");
    assertThatThrownBy(() -> TrainingPresets.withOverrides(preset))
        .hasMessageContaining("paper-code, paper-text");
  }
}
