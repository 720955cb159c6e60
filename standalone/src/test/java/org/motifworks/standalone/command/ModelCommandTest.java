package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The commands of models against a stand-in gateway: what they send and what they print. */
class ModelCommandTest extends GatewayCommandTest {

  private static final String TRACE =
      "{'model':'01RUN','whole':%s,'stages':["
          + "{'name':'source','state':'TOLD','madeFrom':['aa11'],'files':[],'detail':"
          + "{'program':'motifworks','inputs':[{'name':'peaks.fa','bytes':9,'sha256':'aa11'}]}},"
          + "{'name':'dataset','state':'%s','ref':{'key':'datasets/1','manifestSha256':'bb22'},"
          + "'madeFrom':['aa11'],'detail':{'window':200},"
          + "'files':[{'path':'dataset.json','bytes':2048,'sha256':'ff'}]%s}]}";
  private static final String RUN =
      "{'id':'01AGAIN','dataset':{'name':'paper'},'architecture':{'name':'cnn-25'},'seed':1,"
          + "'state':'SUCCEEDED','attempts':1}";

  @Test
  void trace_showsEachStageWithItsHash_andWhatItWasMadeFrom() {
    gateway.json(
        200, "GET /v1/models/tf12@champion/trace", json(TRACE.formatted("true", "VERIFIED", "")));
    assertThat(run("model", "trace", "tf12@champion", "--verify")).as(err.toString()).isZero();
    assertThat(out)
        .asString()
        .contains("input   aa11  peaks.fa")
        .contains("dataset         verified  datasets/1")
        .contains("sha256  bb22  1 files, 2.0 KB")
        .contains("from    aa11")
        .endsWith("The chain is whole.\n");
  }

  @Test
  void import_sendsTheFile_andSaysHowToScore() throws IOException {
    Path graph = Files.write(folder.resolve("deep.onnx"), new byte[] {8, 8});
    String imported = "'imported':{'file':'deep.onnx','sha256':'aa11','actor':'eva'}";
    gateway.json(
        201,
        "POST /v1/models/import",
        json(
            "{'id':'01IMPORT','classes':['MAX','SRF'],'window':200,"
                + imported
                + ",'named':{'series':'tf12','version':3}}"));
    assertThat(
            run(
                "model",
                "import",
                graph.toString(),
                "--name",
                "tf12",
                "--classes",
                "MAX,SRF",
                "--actor",
                "eva"))
        .as(err.toString())
        .isZero();
    assertThat(gateway.requests("POST", "/v1/models/import").get(0).query())
        .isEqualTo("name=tf12&file=deep.onnx&actor=eva&classes=MAX%2CSRF");
    assertThat(out)
        .asString()
        .contains("01IMPORT  (tf12@3)")
        .contains("sha256   aa11")
        .contains("./motifworks score tf12@3 new.fa");
  }

  @Test
  void import_ofAFileThatIsNotThere_isRefusedHere() {
    assertThat(run("model", "import", "no-such.onnx", "--name", "tf12"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("No such file");
  }

  @Test
  void trace_ofABrokenChain_saysWhere_andEndsWithOne() {
    String problem = ",'problem':'datasets/1: dataset.json has another hash.'";
    gateway.json(
        200, "GET /v1/models/01RUN/trace", json(TRACE.formatted("false", "BROKEN", problem)));
    assertThat(run("model", "trace", "01RUN")).isEqualTo(ExitCode.FAILED);
    assertThat(out).asString().contains("broken").contains("dataset.json has another hash.");
  }

  @Test
  void show_ofADeeperLayer_listsItsFiltersToo() {
    String match = "{'targetId':'MA0139.1','targetName':'CTCF','pValue':1e-9,'eValue':5e-7}";
    gateway.json(
        200,
        "GET /v1/models/01RUN",
        json("{'id':'01RUN','architecture':'cnn-1','interpretation':{'state':'READY'}}"));
    gateway.json(
        200,
        "GET /v1/models/01RUN/interpretation",
        json(
            "{'filters':[],'deeperLayers':[{'layer':2,'receptiveField':23,'filterCount':128,"
                + "'deadFilters':[4,7],'filters':[{'filter':3,'dead':false,'sites':90,"
                + "'consensus':'CCACNAGG','matches':["
                + match
                + "]}]}]}"));
    assertThat(run("model", "show", "01RUN")).as(err.toString()).isZero();
    assertThat(out)
        .asString()
        .contains("layer 2: 128 filters that see 23 nt, 2 dead")
        .contains("CCACNAGG   CTCF");
  }

  @Test
  void reproduce_followsTheRun_andNamesWhatDiffers() {
    gateway.json(202, "POST /v1/models/01RUN/reproduce", json(RUN));
    gateway.json(200, "GET /v1/runs/01AGAIN", json(RUN));
    gateway.json(
        200,
        "GET /v1/runs/01AGAIN/reproduction",
        json(
            "{'run':'01AGAIN','model':'01RUN','state':'SUCCEEDED','weightsEqual':true,"
                + "'filesEqual':true,'differingFiles':[],'differingInputs':[]}"),
        json(
            "{'run':'01AGAIN','model':'01RUN','state':'SUCCEEDED','weightsEqual':false,"
                + "'filesEqual':false,'differingFiles':['weights/dense-1.npy'],'differingInputs':"
                + "[{'name':'libTorch','model':'2.5.1','run':'2.7.1'}]}"));

    assertThat(run("model", "reproduce", "01RUN")).as(err.toString()).isZero();
    assertThat(out).asString().contains("to the last byte");
    out.reset();
    assertThat(run("model", "reproduce", "01RUN", "--run", "01AGAIN")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .asString()
        .contains("Other weights.")
        .contains("input   libTorch: 2.5.1, now 2.7.1")
        .contains("file    weights/dense-1.npy");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/reproduce")).hasSize(1);
  }
}
