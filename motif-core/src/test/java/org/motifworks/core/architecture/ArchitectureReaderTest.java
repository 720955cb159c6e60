package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureReaderTest {

  @Test
  void leftOutFields_takeThePapersValues() {
    Architecture read =
        Architecture.fromJson("{'convolutions':[{'filters':3,'size':5}]}".replace('\'', '"'));
    assertThat(read.convolutions())
        .containsExactly(new ConvolutionBlock(3, 5, 1, 1, Activation.RELU, true, null, 0.1));
    assertThat(read.dense()).isEqualTo(List.of());
    assertThat(read.name()).isEqualTo("unnamed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'convolutions':[{'filters':0,'size':5}]} | convolutions[0].filters is 0 but must lie in 1..4096",
        "{'convolutions':[{'filters':9,'size':5},{'filters':9,'size':5,'pool':{'size':1}}]} | convolutions[1].pool.size is 1 but must be at least 2; leave pool out for no pooling",
        "{'convolutions':[{'filters':9,'size':5,'pool':{'size':2,'stride':3}}]} | convolutions[0].pool.stride is 3 but must lie in 1..2, the pool's size, or positions are skipped",
        "{'convolutions':[{'filters':9,'size':5,'pool':4}]} | convolutions[0].pool must be an object with size and perhaps stride",
        "{'convolutions':[{'filters':9,'size':5,'pool':{'width':4}}]} | convolutions[0].pool.width is unknown; known are size, stride",
        "{'convolutions':[{'filters':9}]} | convolutions[0].size is missing",
        "{'convolutions':[{'filters':9.5,'size':3}]} | convolutions[0].filters must be a whole number",
        "{'convolutions':[{'filters':'9','size':3}]} | convolutions[0].filters must be a whole number",
        "{'convolutions':[{'filters':9,'size':3,'batchNorm':'yes'}]} | convolutions[0].batchNorm must be true or false",
        "{'convolutions':[{'filters':9,'size':3,'dropout':1}]} | convolutions[0].dropout is 1.0 but must be at least 0 and below 1",
        "{'convolutions':[{'filters':9,'size':3,'activation':'tanh'}]} | convolutions[0].activation is 'tanh', which is unknown; known are relu, exponential, softplus",
        "{'convolutions':[{'filters':9,'size':3,'stride':2,'dilation':2}]} | convolutions[0] has stride 2 and dilation 2; only one may exceed 1",
        "{'convolutions':{'filters':9,'size':3}} | convolutions must be a list of blocks",
        "{'convolutions':[{'filters':9,'size':3}],'dense':[{'units':0}]} | dense[0].units is 0 but must lie in 1..65536",
        "{'convolutions':[]} | convolutions must list 1 to 16 blocks, not 0",
        "{'convolution':[]} | convolution is unknown; known are name, convolutions, dense",
        "[1] | the architecture must be an object with convolutions and dense, not [1]",
      })
  void wrongDescription_isRefusedByPlace(String json, String message) {
    assertThatThrownBy(() -> Architecture.fromJson(json.replace('\'', '"')))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void brokenJson_isRefusedByLineAndColumn() {
    assertThatThrownBy(() -> Architecture.fromJson("{\n\"convolutions\": [,]}"))
        .isInstanceOf(ArchitectureException.class)
        .hasMessageStartingWith("line 2, column 18 is no JSON");
    assertThatThrownBy(() -> Architecture.fromJson("{\"name\": \"a\", \"name\": \"b\"}"))
        .hasMessageContaining("Duplicate field 'name'");
  }

  @Test
  void windowThatDoesNotFit_isRefusedByPlace() {
    assertThatThrownBy(() -> ArchitecturePresets.named("cnn-25").validate(20))
        .hasMessage(
            "convolutions[0].pool.size is 25 but only 20 positions come in of a window of 20");
    assertThatThrownBy(() -> ArchitecturePresets.named("cnn-100").validate(100))
        .hasMessage(
            "convolutions[1].size makes filters span 5 positions but only 1 come in of a window of 100");
  }
}
