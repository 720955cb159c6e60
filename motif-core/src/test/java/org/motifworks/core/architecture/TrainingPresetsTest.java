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
                0.99,
                false,
                null,
                null));
  }

  /** What PAPER and text share, and where they differ: start, rate, beta1, and no early stop. */
  @Test
  void paperText_hasTheTextsValues() throws Exception {
    assertThat(TrainingPresets.named("paper-text"))
        .isEqualTo(
            new TrainingSettings(
                "paper-text",
                Initialisation.HE_NORMAL,
                3e-4,
                0.9,
                0.999,
                1e-8,
                100,
                100,
                100,
                1e-6,
                1e-8,
                0.99,
                false,
                null,
                null));
  }

  /** Runs and models of earlier versions have no such fields, and hash as they did. */
  @Test
  void optionsThatAreNotUsed_leaveNoTraceInJson() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode written = mapper.valueToTree(TrainingPresets.named("paper-code"));
    assertThat(written.has("reverseComplement")).isFalse();
    assertThat(written.has("classWeights")).isFalse();
    assertThat(written.has("learningRateSchedule")).isFalse();
    assertThat(mapper.treeToValue(written, TrainingSettings.class))
        .isEqualTo(TrainingPresets.named("paper-code"));
    assertThat(TrainingPresets.withOverrides(json("{\"learningRateSchedule\":\"none\"}")))
        .isEqualTo(TrainingPresets.named("paper-code"));
  }

  @Test
  void options_areReadInBothForms_andRoundTrip() throws Exception {
    TrainingSettings settings =
        TrainingPresets.withOverrides(
            json(
                "{\"reverseComplement\":true,\"classWeights\":[1,2.5],"
                    + "\"learningRateSchedule\":{\"kind\":\"reduce-on-plateau\",\"patience\":3}}"));
    assertThat(settings.reverseComplement()).isTrue();
    assertThat(settings.classWeights().positives()).containsExactly(1.0, 2.5);
    assertThat(settings.learningRateSchedule())
        .isEqualTo(
            new LearningRateSchedule(LearningRateSchedule.Kind.REDUCE_ON_PLATEAU, 0.5, 3, 0.01));
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readValue(mapper.writeValueAsString(settings), TrainingSettings.class))
        .isEqualTo(settings);
    TrainingSettings balanced =
        TrainingPresets.withOverrides(
            json("{\"classWeights\":\"balanced\",\"learningRateSchedule\":\"cosine\"}"));
    assertThat(balanced.classWeights()).isEqualTo(ClassWeights.BALANCED);
    assertThat(mapper.readValue(mapper.writeValueAsString(balanced), TrainingSettings.class))
        .isEqualTo(balanced);
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
        .hasMessageStartingWith("'lr' is no training setting; known are preset, initialisation");
    assertRefused("{\"classWeights\":\"even\"}", "classWeights must be \"balanced\" or a list");
    assertRefused("{\"classWeights\":[1,0]}", "classWeights[1] is 0.0 but must lie in");
    assertRefused(
        "{\"learningRateSchedule\":\"step\"}", "known are none, reduce-on-plateau, cosine");
    assertRefused(
        "{\"learningRateSchedule\":{\"kind\":\"cosine\",\"factor\":2}}",
        "learningRateSchedule.factor is 2.0 but must lie in 0.01..0.99");
    assertRefused(
        "{\"learningRateSchedule\":{\"kind\":\"cosine\",\"patience\":1.5}}",
        "learningRateSchedule.patience must be a whole number, not 1.5");
    TrainingSettings three = TrainingPresets.withOverrides(json("{\"classWeights\":[1,1,1]}"));
    assertThatThrownBy(() -> three.validate(2))
        .hasMessage("classWeights has 3 weights but the dataset 2 classes");
    JsonNode wrong = json("{\"batchSize\":1}");
    assertThatThrownBy(() -> TrainingPresets.withOverrides(wrong))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining("batchSize is 1");
    JsonNode preset = json("{\"preset\":\"best\"}");
    assertThatThrownBy(() -> TrainingPresets.withOverrides(preset))
        .hasMessageContaining("paper-code, paper-text");
  }

  private static void assertRefused(String overrides, String message) throws Exception {
    JsonNode node = json(overrides);
    assertThatThrownBy(() -> TrainingPresets.withOverrides(node))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageContaining(message);
  }
}
