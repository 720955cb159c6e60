package org.motifworks.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.data.Client;
import org.motifworks.data.Facts;
import org.motifworks.data.Servers;
import org.motifworks.kit.config.ArtifactConfig;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class PeaksImportIT {

  private static final long SEED = 20261104;
  private static final String REQUEST =
      "{\"name\":\"chip\",\"source\":{\"kind\":\"peaks\",\"genome\":\"%s\",\"peaks\":["
          + "{\"name\":\"CTCF\",\"file\":\"%s\"},{\"name\":\"SRF\",\"file\":\"srf.bed\"}]}}";

  @Inject ArtifactConfig config;
  @TempDir Path elsewhere;

  private Path genome;
  private Path peaks;

  @BeforeEach
  void files() throws IOException {
    genome = Files.writeString(Servers.inputs().resolve("genome.fa"), fasta());
    peaks = Files.writeString(Servers.inputs().resolve("ctcf.bed"), bed(2_000));
  }

  @Test
  void filesByPathAndByUpload_becomeADataset_andItIsTold() throws IOException {
    Response accepted =
        Client.upload(REQUEST.formatted(genome, peaks), Map.of("srf.bed", bytes(bed(4_000))));
    String id = accepted.then().statusCode(202).extract().path("id");
    JsonPath view = Client.ended(id);

    assertThat(view.getString("state")).as(view.getString("problem")).isEqualTo("READY");
    assertThat(view.getInt("window")).isEqualTo(1000);
    assertThat(view.getInt("counts.train")).isEqualTo(4);
    assertThat(view.getInt("counts.test")).isEqualTo(8);
    assertThat(view.getInt("positives.SRF")).isEqualTo(8);
    assertThat(view.getString("source.genome")).isEqualTo(genome.toString());
    assertThat(Facts.about(id, 1))
        .singleElement()
        .satisfies(
            told -> assertThat(((DatasetReady) told.fact()).counts().validation()).isEqualTo(4));

    Path made = config.folder().orElseThrow().resolve(view.getString("ref.key"));
    String description = Files.readString(made.resolve("dataset.json"));
    assertThat(description).doesNotContain(genome.getParent().toString());
    assertThat(description).contains("\"genome\" : \"genome.fa\"", "\"sha256\"");
    try (Stream<Path> all = Files.walk(made)) {
      assertThat(all.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void peaksThatComeLater_areAppended_asAJobOfTheirOwn() throws IOException {
    String name = "chip-" + System.nanoTime();
    Response first =
        Client.upload(
            REQUEST.replace("chip", name).formatted(genome, peaks),
            Map.of("srf.bed", bytes(bed(4_000))));
    assertThat(Client.ended(first.path("id")).getString("state")).isEqualTo("READY");

    String append =
        "{\"name\":\"%s\",\"source\":{\"kind\":\"append\",\"base\":\"%s\",\"added\":{\"kind\":"
            + "\"%s\",\"genome\":\"%s\",\"peaks\":[{\"name\":\"CTCF\",\"file\":\"late.bed\"}]}}}";
    Response accepted =
        Client.upload(
            append.formatted(name, name, "peaks", genome), Map.of("late.bed", bytes(bed(6_000))));
    JsonPath view = Client.ended(accepted.path("id"));
    assertThat(view.getString("state")).as(view.getString("problem")).isEqualTo("READY");
    // Two windows of chr1; those of chr7, chr8 and chr9, which are held out, are counted.
    assertThat(view.getInt("counts.train")).isEqualTo(6);
    assertThat(view.getInt("counts.test")).isEqualTo(8);
    assertThat(view.getInt("warnings.find { it.code == 'append.held-out-locus' }.count"))
        .isEqualTo(6);

    Response refused =
        Client.upload(
            append.formatted(name, name, "deepsea", genome), Map.of("late.bed", bytes(bed(1))));
    assertThat(refused.statusCode()).isBetween(400, 422);
    assertThat(refused.<String>path("detail")).contains("deepsea");
  }

  @Test
  void pathOutsideTheAllowedFolders_isRefused_alsoBehindALink() throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.fa"), fasta());
    assertRefused(secret.toString(), "input.not-allowed");
    assertRefused(elsewhere.resolve("not-there.fa").toString(), "input.not-allowed");
    assertRefused(genome.getParent() + "/../../../../../.." + secret, "input.not-allowed");
    Path link = genome.resolveSibling("link-" + System.nanoTime() + ".fa");
    assertRefused(Files.createSymbolicLink(link, secret).toString(), "input.not-allowed");
    assertRefused(genome.resolveSibling("missing.fa").toString(), "input.missing");
    assertRefused(genome.getParent().toString(), "input.missing");
  }

  @Test
  void brokenPeaks_failTheDataset_sayingWhere() throws IOException {
    Files.writeString(peaks, bed(2_000) + "chr1\tten\t20\n");
    Response accepted =
        Client.upload(REQUEST.formatted(genome, peaks), Map.of("srf.bed", bytes(bed(4_000))));
    JsonPath view = Client.ended(accepted.path("id"));
    assertThat(view.getString("state")).isEqualTo("FAILED");
    assertThat(view.getString("problem.code")).isEqualTo("bed.number");
    assertThat(view.getString("problem.detail")).contains("ctcf.bed line 9", "'ten'");
    assertThat(config.folder().orElseThrow().resolve("datasets/" + view.getString("id")))
        .doesNotExist();
  }

  private void assertRefused(String path, String code) {
    Response refused =
        Client.upload(REQUEST.formatted(path, peaks), Map.of("srf.bed", bytes(bed(1))));
    assertThat(refused.statusCode()).as(path).isEqualTo(422);
    assertThat(refused.<String>path("code")).as(path).isEqualTo(code);
  }

  private static String bed(int start) {
    StringBuilder text = new StringBuilder();
    for (String chromosome : new String[] {"chr1", "chr7", "chr8", "chr9"}) {
      text.append(chromosome + "\t" + start + "\t" + (start + 200) + "\n");
      text.append(chromosome + "\t" + (start + 800) + "\t" + (start + 1_000) + "\n");
    }
    return text.toString();
  }

  private static String fasta() {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder text = new StringBuilder();
    for (String chromosome : new String[] {"chr1", "chr7", "chr8", "chr9"}) {
      text.append('>').append(chromosome).append('\n');
      for (int i = 0; i < 10_000; i++) text.append("ACGT".charAt(random.nextInt(4)));
      text.append('\n');
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
