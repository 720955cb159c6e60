package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.simulation.PaperTable1;

class ArchitecturePresetsTest {

  /**
   * Counted by hand from the table of architectures in the paper's methods and the authors' model
   * files, for 200 nt and 12 classes: a convolution has filters x channels x size weights and two
   * numbers a filter for batch norm; so has the dense layer; the output has a bias. For cnn-2 that
   * is 30 x 4 x 19 + 60, 128 x 30 x 5 + 256, 512 x 256 + 1024, 12 x 512 + 12: the 160,048 of the
   * paper. Pooled lengths are the window over the strides, rounded up.
   */
  @ParameterizedTest
  @CsvSource({
    "cnn-1,         30x19@200 128x5@200 pool@2,                      160048",
    "cnn-2,         30x19@200 pool@100 128x5@100 pool@2,             160048",
    "cnn-4,         30x19@200 pool@50 128x5@50 pool@2,               160048",
    "cnn-10,        30x19@200 pool@20 128x5@20 pool@2,               160048",
    "cnn-25,        30x19@200 pool@8 128x5@8 pool@2,                 160048",
    "cnn-50,        30x19@200 pool@4 128x5@4 pool@2,                 160048",
    "cnn-100,       30x19@200 pool@2 128x5@2,                        160048",
    "cnn9-4,        30x9@200 pool@50 128x5@50 pool@2,                158848",
    "cnn9-25,       30x9@200 pool@8 128x5@8 pool@2,                  158848",
    "cnn3-2,        30x3@200 pool@100 128x5@100 pool@2,              158128",
    "cnn3-50,       30x3@200 pool@4 128x5@4 pool@2,                  158128",
    "cnn-2-1,       30x19@200 pool@100 128x1@100 pool@2,             144688",
    "cnn-50-2,      30x19@200 pool@100 64x5@100 pool@2,               25712",
    "cnn-50-2-text, 30x19@200 pool@100 128x5@100 pool@2,             160048",
    "cnn-1-3,       30x19@200 128x5@200 128x5@200 pool@2,            242224",
    "cnn-25-60,     60x19@200 pool@8 128x5@8 pool@2,                 181588",
    "cnn-25-90,     90x19@200 pool@8 128x5@8 pool@2,                 203128",
    "cnn-25-120,    120x19@200 pool@8 128x5@8 pool@2,                224668"
  })
  void preset_hasTheShapesAndParametersCountedByHand(String name, String layers, long parameters) {
    Architecture preset = ArchitecturePresets.named(name);
    assertThat(convolutionalPart(preset)).isEqualTo(layers);
    assertThat(preset.parameters(200, 12)).isEqualTo(parameters);
  }

  @Test
  void everyPreset_hasThePapersBlocks() {
    for (String name : ArchitecturePresets.names()) {
      Architecture preset = ArchitecturePresets.named(name);
      assertThat(preset.name()).isEqualTo(name);
      assertThat(preset.convolutions())
          .allSatisfy(
              block -> {
                assertThat(block.activation()).isEqualTo(Activation.RELU);
                assertThat(block.batchNorm()).isTrue();
                assertThat(block.dropout()).isEqualTo(0.1);
                assertThat(block.stride()).isEqualTo(1);
                assertThat(block.dilation()).isEqualTo(1);
              });
      int units = name.equals("cnn-50-2") ? 96 : 512;
      assertThat(preset.dense()).containsExactly(new DenseBlock(units, Activation.RELU, true, 0.5));
    }
  }

  /** Size 50 with stride 2, as the issue and the paper say; all other pools lie side by side. */
  @Test
  void onlyThePoolsOfCnn502_overlap() {
    List<String> overlapping =
        ArchitecturePresets.names().stream()
            .filter(
                name ->
                    ArchitecturePresets.named(name).convolutions().stream()
                        .anyMatch(block -> block.pool() != null && block.pool().overlapping()))
            .toList();
    assertThat(overlapping).containsExactly("cnn-50-2", "cnn-50-2-text");
    assertThat(ArchitecturePresets.named("cnn-50-2").convolutions().get(0).pool())
        .isEqualTo(new PoolSpec(50, 2));
  }

  @Test
  void everyRowOfThePapersTable_hasItsPreset() {
    assertThat(PaperTable1.rows()).hasSize(12);
    assertThat(PaperTable1.rows())
        .extracting(PaperTable1.Row::architecture)
        .doesNotHaveDuplicates()
        .isSubsetOf(ArchitecturePresets.names());
  }

  /** {@code 30x19@200 pool@100 ...}: filters, size and the positions that come out. */
  private static String convolutionalPart(Architecture preset) {
    return preset.layers(200, 12).stream()
        .filter(row -> row.layer().startsWith("conv") || row.layer().startsWith("pool"))
        .map(row -> text(preset, row))
        .collect(Collectors.joining(" "));
  }

  private static String text(Architecture preset, LayerShape row) {
    if (row.layer().startsWith("pool")) {
      return "pool@" + row.length();
    }
    int block = Integer.parseInt(row.layer().substring("conv".length())) - 1;
    return row.channels() + "x" + preset.convolutions().get(block).size() + "@" + row.length();
  }
}
