package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the imports of in-vivo data ask of the service. */
class DatasetImportCommandsTest extends GatewayCommandTest {

  private static final String ACCEPTED =
      "{\"id\":\"01DATASET\",\"name\":\"chip\",\"state\":\"REQUESTED\"}";

  @Test
  void datasetImportPeaks_namesTheFilesWhereTheyAre() throws IOException {
    Path genome = Files.writeString(folder.resolve("hg19.fa"), ">chr1\nACGT\n");
    Path first = Files.writeString(folder.resolve("a.bed"), "chr1\t1\t2\n");
    Path second = Files.writeString(folder.resolve("b.bed"), "chr1\t1\t2\n");
    gateway.json(202, "POST /v1/datasets", ACCEPTED);

    int exit =
        run(
            "dataset",
            "import-peaks",
            "--name=chip",
            "--genome=" + genome,
            "--peaks=CTCF=" + first,
            "--peaks=SRF=" + folder.resolve("x/../b.bed"),
            "--validation-chromosomes=chr7:5-9",
            "--negatives=shuffle",
            "--detach");

    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .isEqualTo(
            json(
                "{'name':'chip','source':{'kind':'peaks','genome':'"
                    + genome
                    + "','peaks':[{'name':'CTCF','file':'"
                    + first
                    + "'},{'name':'SRF','file':'"
                    + second
                    + "'}],'bin':200,'exclude':['chrX','chrY','chrM'],'negatives':"
                    + "'dinucleotide-shuffle','window':1000,'split':{'by':'chromosome',"
                    + "'validation':['chr7:5-9'],'test':['chr8','chr9'],'seed':1}}}"));
  }

  @Test
  void datasetImportPeaks_uploadsOnRequest_andRefusesPeaksWithoutAClass() throws IOException {
    Path genome = Files.writeString(folder.resolve("hg19.fa"), ">chr1\nACGT\n");
    Path peaks = Files.writeString(folder.resolve("a.bed"), "chr1\t1\t2\n");
    gateway.json(202, "POST /v1/datasets", ACCEPTED);
    List<String> command =
        List.of("dataset", "import-peaks", "--name=a", "--genome=" + genome, "--upload");

    assertThat(run(with(command, "--peaks=A=" + peaks, "--detach"))).isZero();
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .contains("'genome':'hg19.fa'".replace('\'', '"'), "filename=\"a.bed\"");

    assertThat(run(with(command, "--peaks=" + peaks))).isEqualTo(2);
    assertThat(err).asString().contains("--peaks takes CLASS=FILE");
  }

  @Test
  void datasetAppend_sendsTheFiles_forTheNewestOfTheName() throws IOException {
    Path added = Files.writeString(folder.resolve("new.fa"), ">a\nACGT\n");
    gateway.json(202, "POST /v1/datasets", ACCEPTED);
    List<String> command = List.of("dataset", "append", "peaks", "--detach");

    assertThat(run(with(command, "--class=MAFK=" + added))).isZero();
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .contains(
            json(
                "{'name':'peaks','source':{'kind':'append','base':'peaks','added':{'kind':'fasta',"
                    + "'classes':[{'name':'MAFK','file':'new.fa'}],'onInvalid':'fail'}}}"));
    assertThat(run(with(command))).isEqualTo(2);
    assertThat(run(with(command, "--class=MAFK=/none.fa"))).isEqualTo(4);
  }

  @Test
  void datasetAppend_namesGenomeAndPeaksWhereTheyAre() throws IOException {
    Path genome = Files.writeString(folder.resolve("hg19.fa"), ">chr1\nACGT\n");
    Path peaks = Files.writeString(folder.resolve("a.bed"), "chr1\t1\t2\n");
    gateway.json(202, "POST /v1/datasets", ACCEPTED);
    List<String> command = List.of("dataset", "append", "chip", "--detach", "--genome=" + genome);

    assertThat(run(with(command, "--peaks=A=" + peaks, "--negatives=gc"))).isZero();
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .isEqualTo(
            json(
                "{'name':'chip','source':{'kind':'append','base':'chip','added':{'kind':'peaks',"
                    + "'genome':'"
                    + genome
                    + "','peaks':[{'name':'A','file':'"
                    + peaks
                    + "'}],'bin':200,'exclude':['chrX','chrY','chrM'],'negatives':'gc'}}}"));
    assertThat(run(with(command))).isEqualTo(2);
    assertThat(run(with(command, "--peaks=A=" + peaks, "--class=A=" + peaks))).isEqualTo(2);
  }

  @Test
  void datasetImportDeepSea_namesFilesAndColumns() {
    gateway.json(202, "POST /v1/datasets", ACCEPTED);
    List<String> command =
        List.of(
            "dataset",
            "import-deepsea",
            "--name=d",
            "--train=/d/train.mat",
            "--valid=/d/valid.mat",
            "--test=/d/test.mat",
            "--detach");
    String start =
        "{'name':'d','source':{'kind':'deepsea','train':'/d/train.mat','validation':"
            + "'/d/valid.mat','test':'/d/test.mat',";

    assertThat(run(with(command))).isZero();
    assertThat(run(with(command, "--labels=MAFK=635,A|CTCF|x", "--label-names=/d/names"))).isZero();
    assertThat(run(with(command, "--labels=all", "--keep-unlabelled"))).isZero();

    assertThat(gateway.requests("POST", "/v1/datasets").stream().map(r -> r.body()).toList())
        .containsExactly(
            json(start + "'keep':'labelled','channels':'AGCT'}}"),
            json(
                start
                    + "'labelNames':'/d/names','classes':[{'name':'MAFK','column':'635'},"
                    + "{'column':'A|CTCF|x'}],'keep':'labelled','channels':'AGCT'}}"),
            json(start + "'classes':[{'column':'*'}],'keep':'all','channels':'AGCT'}}"));
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
