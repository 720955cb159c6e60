package org.motifworks.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.DatasetFailed;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.data.Client;
import org.motifworks.data.Facts;
import org.motifworks.data.Servers;
import org.motifworks.kit.config.ArtifactConfig;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeepSeaImportIT {

  private static final Path FIXTURES = Path.of("src/test/resources/deepsea");

  @Inject ArtifactConfig config;

  @Test
  void bundleNamedByPath_becomesADataset_andItIsTold() throws IOException {
    Response accepted = Client.post(request(placed("train.mat")));
    String id = accepted.then().statusCode(202).extract().path("id");
    JsonPath view = Client.ended(id);

    assertThat(view.getString("state")).as(view.getString("problem")).isEqualTo("READY");
    assertThat(view.getList("classes", String.class)).containsExactly("MAFK", "SP1");
    assertThat(view.getInt("window")).isEqualTo(60);
    assertThat(view.getLong("progress.done")).isEqualTo(240L * (240 + 20));
    DatasetReady ready = (DatasetReady) Facts.about(id, 1).get(0).fact();
    // By the formula of make_fixtures.py, columns 13 and 0.
    assertThat(ready.counts()).isEqualTo(new DatasetReady.Counts(34, 4, 12));

    Path made = config.folder().orElseThrow().resolve(view.getString("ref.key"));
    assertThat(Files.readString(made.resolve("dataset.json")))
        .doesNotContain(Servers.inputs().toString())
        .contains("\"train\" : \"train.mat\"");
    assertThat(made.resolve("tokens.part")).doesNotExist();
  }

  @Test
  void uploadedBundle_isTheSameDataset() throws IOException {
    JsonPath named = Client.ended(Client.post(request(placed("train.mat"))).path("id"));
    String request =
        request(Servers.inputs().resolve("train.mat"))
            .replace(Servers.inputs().toString() + "/", "");
    Map<String, byte[]> files =
        Map.of(
            "train.mat", Files.readAllBytes(FIXTURES.resolve("train.mat")),
            "valid.mat", Files.readAllBytes(FIXTURES.resolve("valid.mat")),
            "test.mat", Files.readAllBytes(FIXTURES.resolve("test.mat")));
    JsonPath uploaded = Client.ended(Client.upload(request, files).path("id"));
    assertThat(uploaded.getString("ref.manifestSha256"))
        .isNotNull()
        .isEqualTo(named.getString("ref.manifestSha256"));
  }

  @Test
  void notOneHot_failsTheDataset_sayingWhere_andLeavesNothing() throws IOException {
    String request = request(placed("train-two-hot.mat")).replace("\"column\":0", "\"column\":3");
    String id = Client.post(request).path("id");
    JsonPath view = Client.ended(id);
    assertThat(view.getString("state")).isEqualTo("FAILED");
    assertThat(view.getString("problem.detail")).contains("train-two-hot.mat", "[1, 1, 0, 0]");
    assertThat(((DatasetFailed) Facts.about(id, 1).get(0).fact()).code())
        .isEqualTo("deepsea.not-one-hot");
    assertThat(config.folder().orElseThrow().resolve("datasets/" + id)).doesNotExist();
  }

  private static Path placed(String train) throws IOException {
    for (String name : new String[] {train, "valid.mat", "test.mat"}) {
      Path to = Servers.inputs().resolve(name);
      Files.copy(FIXTURES.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
    }
    return Servers.inputs().resolve(train);
  }

  private static String request(Path train) {
    return """
        {"name":"in-vivo","source":{"kind":"deepsea","train":"%s","validation":"%s/valid.mat",
        "test":"%s/test.mat","classes":[{"name":"MAFK","column":13},{"name":"SP1","column":0}]}}
        """
        .formatted(train, train.getParent(), train.getParent());
  }
}
