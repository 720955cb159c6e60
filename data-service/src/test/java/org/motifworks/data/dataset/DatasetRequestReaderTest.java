package org.motifworks.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.FastaClass;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.FastaSource.Negatives;
import org.motifworks.data.source.FastaSource.OnInvalid;
import org.motifworks.data.source.SimulationSource;
import org.motifworks.data.source.SplitFractions;
import org.motifworks.data.source.SplitRule;
import org.motifworks.kit.problem.Problem;

class DatasetRequestReaderTest {

  @Test
  void simulation_withoutSettings_isThePapers() {
    DatasetSource source = read("{'name':'a','source':{'kind':'simulation'}}").source();
    assertThat(source)
        .isEqualTo(
            new SimulationSource(
                25_000, 200, SimulationSource.Spacers.CODE, 1, new SplitFractions(.7, .1, .2)));
  }

  @Test
  void fasta_isReadWhole_andWrittenBackTheSame() {
    String json =
        "{'kind':'fasta','classes':[{'name':'A','file':'a.fa'},{'background':true,'file':'b.fa'}],"
            + "'window':100,'split':{'by':'chromosome','validation':['chr7'],'test':['chr8']},"
            + "'negatives':'dinucleotide-shuffle','onInvalid':'skip','maxNRun':5}";
    FastaSource source = (FastaSource) read("{'name':'a','source':" + json + "}").source();
    assertThat(source.classes())
        .containsExactly(FastaClass.of("A", "a.fa"), FastaClass.background("b.fa"));
    assertThat(source.window()).hasValue(100);
    assertThat(source.split()).isInstanceOf(SplitRule.ByChromosome.class);
    assertThat(source.negatives()).isEqualTo(Negatives.DINUCLEOTIDE_SHUFFLE);
    assertThat(source.onInvalid()).isEqualTo(OnInvalid.SKIP);
    assertThat(source.files()).containsExactly("a.fa", "b.fa");

    DatasetSource again = DatasetJson.read(DatasetJson.write(source), DatasetSource.class);
    assertThat(again).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{                                                        | request.unreadable",
        "{'name':'a','source':{'kind':'magic'}}                   | request.unreadable",
        "{'name':'a','source':{'kind':'simulation','sead':1}}     | request.unreadable",
        "{'name':'a','source':{'kind':'simulation','length':1.5}} | request.unreadable",
        "{'name':'a'}                                             | source.missing",
        "null                                                     | source.missing",
        "{'source':{'kind':'simulation'}}                         | dataset.name",
        "{'name':'a b','source':{'kind':'simulation'}}            | dataset.name",
        "{'name':'a','source':{'kind':'simulation','length':3}}   | simulation.settings",
        "{'name':'a','source':{'kind':'simulation','fractions':[1,0,0]}} | split.fractions",
        "{'name':'a','source':{'kind':'fasta'}}                   | source.labels-unclear",
        "{'name':'a','source':{'kind':'fasta','classes':[{'name':'A','file':'a.fa'}]}}"
            + " | classes.single",
        "{'name':'a','source':{'kind':'fasta','classes':[{'name':'A','file':'../a'}]}}"
            + " | source.file-name"
      })
  void refuses_whatCannotBeMade(String json, String code) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(json));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.details().action()).isNotBlank();
  }

  @Test
  void misspeltSetting_isNamed_besideThoseThereAre() {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> read("{'name':'a','source':{'kind':'simulation','sead':1}}"));
    assertThat(problem.details().detail()).contains("source.sead", "seed", "sequences");
  }

  private static DatasetRequest read(String json) {
    return DatasetRequestReader.read(json.replace('\'', '"'));
  }
}
