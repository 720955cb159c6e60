package org.motifworks.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.DatasetFailed;
import org.motifworks.data.Client;
import org.motifworks.data.Facts;
import org.motifworks.data.Servers;
import org.motifworks.data.SharedData;
import org.motifworks.kit.config.ArtifactConfig;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class FastaUploadIT {

  private static final long SEED = 20260112;
  private static final String TWO_CLASSES =
      "{\"name\":\"peaks\",\"source\":{\"kind\":\"fasta\",\"classes\":["
          + "{\"name\":\"MAFK\",\"file\":\"mafk.fa\"},{\"name\":\"Oct4\",\"file\":\"oct4.fa\"}]}}";

  @Inject ArtifactConfig config;

  @TestHTTPResource("/v1/datasets")
  URL door;

  @Test
  void twoFiles_becomeATwoClassDataset_andTheUploadIsFreed() throws IOException {
    Response accepted =
        Client.upload(TWO_CLASSES, Map.of("mafk.fa", fasta("m", 1), "oct4.fa", fasta("o", 2)));
    accepted.then().statusCode(202);
    JsonPath view = Client.ended(accepted.path("id"));

    assertThat(view.getString("state")).isEqualTo("READY");
    assertThat(view.getList("classes", String.class)).containsExactly("MAFK", "Oct4");
    assertThat(view.getInt("positives.MAFK")).isEqualTo(120);
    assertThat(view.getInt("window")).isEqualTo(60);
    await().until(() -> filesBelow("uploads") == 0);
    assertThat(filesBelow(".incoming")).isZero();
  }

  @Test
  void sameFilesTwice_giveTheSameArtifact() {
    Map<String, byte[]> files = Map.of("mafk.fa", fasta("m", 1), "oct4.fa", fasta("o", 2));
    JsonPath first = Client.ended(Client.upload(TWO_CLASSES, files).path("id"));
    JsonPath second = Client.ended(Client.upload(TWO_CLASSES, files).path("id"));
    assertThat(first.getString("ref.manifestSha256"))
        .isNotNull()
        .isEqualTo(second.getString("ref.manifestSha256"));
  }

  @Test
  void append_makesANewDatasetOfTheName_afterTheOneBefore() {
    String base = TWO_CLASSES.replace("\"peaks\"", "\"growing\"");
    Map<String, byte[]> files = Map.of("mafk.fa", fasta("m", 1), "oct4.fa", fasta("o", 2));
    JsonPath first = Client.ended(Client.upload(base, files).path("id"));
    String request =
        """
        {"name":"growing","source":{"kind":"append","base":"growing",
         "added":{"kind":"fasta","classes":[{"name":"MAFK","file":"new.fa"}]}}}""";
    Response accepted = Client.upload(request, Map.of("new.fa", fasta("n", 3)));
    JsonPath second = Client.ended(accepted.path("id"));

    assertThat(second.getString("state")).isEqualTo("READY");
    assertThat(second.getString("base")).isEqualTo(first.getString("id"));
    assertThat(second.getInt("counts.train")).isEqualTo(first.getInt("counts.train") + 120);
    assertThat(second.getInt("counts.test")).isEqualTo(first.getInt("counts.test"));
    JsonPath again =
        Client.ended(Client.upload(request, Map.of("new.fa", fasta("n", 3))).path("id"));
    assertThat(again.getString("problem.code")).isEqualTo("append.nothing-new");
    Client.upload(request.replace("\"growing\"", "\"none\""), Map.of("new.fa", fasta("n", 3)))
        .then()
        .statusCode(404);
  }

  @Test
  void labelTable_speaksOfAllFilesThatCameWithIt() {
    StringBuilder table = new StringBuilder("id\tA\tB\n");
    for (int i = 0; i < 120; i++) table.append("m" + i + "\t" + i % 2 + "\t" + i % 3 / 2 + "\n");
    Response accepted =
        Client.upload(
            "{\"name\":\"table\",\"source\":{\"kind\":\"fasta\",\"labels\":\"labels.tsv\"}}",
            Map.of("labels.tsv", bytes(table.toString()), "m.fa", fasta("m", 1)));
    JsonPath view = Client.ended(accepted.path("id"));
    assertThat(view.getString("state")).isEqualTo("READY");
    assertThat(view.getList("source.sequences", String.class)).containsExactly("m.fa");
    assertThat(view.getInt("positives.A")).isEqualTo(60);
  }

  @Test
  void badFile_failsTheDataset_sayingWhere_andIsTold() {
    Response accepted =
        Client.upload(
            TWO_CLASSES,
            Map.of("mafk.fa", fasta("m", 1), "oct4.fa", bytes(">a\nACGT\n>b\nAC*T\n")));
    String id = accepted.then().statusCode(202).extract().path("id");
    JsonPath view = Client.ended(id);

    assertThat(view.getString("state")).isEqualTo("FAILED");
    assertThat(view.getString("problem.code")).isEqualTo("fasta.length-differs");
    assertThat(view.getString("problem.detail")).contains("oct4.fa", "record a");
    assertThat(Facts.about(id, 1))
        .singleElement()
        .satisfies(
            told ->
                assertThat(((DatasetFailed) told.fact()).code()).isEqualTo("fasta.length-differs"));
    assertThat(config.folder().orElseThrow().resolve("datasets/" + id)).doesNotExist();
  }

  @Test
  void missingFile_badJson_andPathsAsNames_areRefusedAtTheDoor() {
    Response missing = Client.upload(TWO_CLASSES, Map.of("mafk.fa", fasta("m", 1)));
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.<String>path("code")).isEqualTo("upload.file-missing");

    Response unreadable = Client.upload("{", Map.of("mafk.fa", fasta("m", 1)));
    assertThat(unreadable.statusCode()).isEqualTo(400);

    Response withoutFiles = Client.post(TWO_CLASSES);
    assertThat(withoutFiles.<String>path("code")).isEqualTo("upload.file-missing");

    Response path =
        Client.upload(TWO_CLASSES, Map.of("..evil", fasta("m", 1), "oct4.fa", fasta("o", 2)));
    assertThat(path.<String>path("code")).isEqualTo("upload.file-name");
  }

  @Test
  void uploadOverTheLimit_is413_andLeavesNothing() {
    int before = datasets();
    Response refused =
        Client.upload(TWO_CLASSES, Map.of("mafk.fa", new byte[17 << 20], "oct4.fa", fasta("o", 2)));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(datasets()).isEqualTo(before);
    await().until(() -> filesBelow(".incoming") == 0);
  }

  @Test
  void uploadCutOffHalfWay_leavesNothing() throws IOException {
    int before = datasets();
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          bytes(
              "POST /v1/datasets HTTP/1.1\r\nHost: localhost\r\n"
                  + "Content-Type: multipart/form-data; boundary=cut\r\n"
                  + "Content-Length: 9000000\r\n\r\n"
                  + "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                  + TWO_CLASSES
                  + "\r\n--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"mafk.fa\""
                  + "\r\n\r\n"));
      out.write(new byte[3_000_000]);
      out.flush();
      await().until(() -> filesBelow(".incoming") > 0);
    }
    await().until(() -> filesBelow(".incoming") == 0);
    assertThat(datasets()).isEqualTo(before);
    assertThat(filesBelow("uploads")).isZero();
  }

  @Test
  void realPeaks_becomeATwoClassDataset() throws IOException {
    Optional<Path> mafk = SharedData.file("mafk-peaks.fa");
    Optional<Path> oct4 = SharedData.file("oct4-peaks.fa");
    assumeThat(mafk.isPresent() && oct4.isPresent()).isTrue();
    Map<String, byte[]> files =
        Map.of(
            "mafk.fa", Files.readAllBytes(mafk.get()), "oct4.fa", Files.readAllBytes(oct4.get()));

    JsonPath bySeed = Client.ended(Client.upload(TWO_CLASSES, files).path("id"));
    assertThat(bySeed.getString("state")).isEqualTo("READY");
    assertThat(bySeed.getInt("window")).isEqualTo(200);
    assertThat(bySeed.getInt("positives.MAFK")).isBetween(3_850, 3_900);
    assertThat(bySeed.getInt("positives.Oct4")).isBetween(3_850, 3_897);
    assertThat(bySeed.getInt("counts.train")).isBetween(5_300, 5_600);

    String byChromosome =
        TWO_CLASSES.replace(
            "\"kind\":\"fasta\"",
            "\"kind\":\"fasta\",\"split\":{\"by\":\"chromosome\",\"validation\":[\"chr7\"],"
                + "\"test\":[\"chr8\",\"chr9\"]}");
    JsonPath view = Client.ended(Client.upload(byChromosome, files).path("id"));
    assertThat(view.getString("state")).isEqualTo("READY");
    assertThat(view.getInt("counts.test")).isGreaterThan(500);
  }

  private static byte[] fasta(String prefix, long stream) {
    SplittableRandom random = new SplittableRandom(SEED + stream);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      text.append('>').append(prefix).append(i).append('\n');
      for (int j = 0; j < 60; j++) text.append("ACGT".charAt(random.nextInt(4)));
      text.append('\n');
    }
    return bytes(text.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int datasets() {
    return io.restassured.RestAssured.get("/v1/datasets?limit=500")
        .jsonPath()
        .getList("items")
        .size();
  }

  private long filesBelow(String folder) throws IOException {
    Path below = config.folder().orElseThrow().resolve(folder);
    if (!Files.exists(below)) return 0;
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
