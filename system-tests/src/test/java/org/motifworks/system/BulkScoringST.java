package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.track.BigWigWriter;

/** Files and regions are scored as jobs; the table is what the same sequences get one by one. */
@Timeout(300)
class BulkScoringST {

  private static final long SEED = 20261125;
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Enough that scoring them takes seconds. */
  private static final int BLOCKS = 150;

  private final SmallModel model = SmallModel.get();
  private final PublicDoor door = RunningSystem.door();
  private final String chromosome = letters(20_000);
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    // within the project, which the services may read
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bulk-");
    Files.writeString(folder.resolve("genome.fa"), ">chr1\n" + chromosome + "\n");
  }

  @AfterEach
  void remove() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }

  @Test
  void regionsOfAGenome_getTheScoresOfTheirWindows() throws IOException {
    StringBuilder bed = new StringBuilder();
    StringBuilder fasta = new StringBuilder();
    for (int start = 100; start < 19_000; start += 37) {
      bed.append("chr1\t" + start + "\t" + (start + 200) + "\n");
      String window = chromosome.substring(start, start + 200);
      fasta.append(">chr1:" + start + "-" + (start + 200) + "\n" + window + "\n");
    }
    Path regions = Files.writeString(folder.resolve("regions.bed"), bed);
    Path genome = folder.resolve("genome.fa");
    JsonNode done =
        ended(
            "\"regions\":\"%s\",\"genome\":\"%s\",\"strands\":\"max\"".formatted(regions, genome));

    assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/result/model").asText()).isEqualTo(model.id());
    assertThat(done.at("/result/sequences").asInt()).isEqualTo(bed.toString().lines().count());
    assertThat(done.at("/result/failed").asInt()).isZero();
    assertThat(table(done)).isEqualTo(scoredAtOnce(fasta.toString(), "?strands=max"));
  }

  @Test
  void variants_getTheScoresOfBothAlleles_andWhatCannotBeSaysWhy() throws IOException {
    StringBuilder vcf = new StringBuilder("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\n");
    StringBuilder fasta = new StringBuilder();
    List<String> places = new ArrayList<>();
    for (int at = 100; at < 19_000; at += 97) { // 0-based, of a letter changed to the next
      char reference = chromosome.charAt(at);
      char other = "ACGTA".charAt("ACGT".indexOf(reference) + 1);
      places.add("chr1\t" + (at + 1) + "\trs" + at + "\t" + reference + "\t" + other);
      vcf.append(places.get(places.size() - 1)).append("\t.\tPASS\t.\n");
      String window = chromosome.substring(at - 99, at + 101);
      String changed = window.substring(0, 99) + other + window.substring(100);
      fasta.append(">r\n" + window + "\n>a\n" + changed + "\n");
    }
    vcf.append("chr1\t1\t.\t" + chromosome.charAt(0) + "\t<DEL>,*\t.\t.\t.\n");
    vcf.append("chrX\t1\t.\tA\tC\t.\t.\t.\n");
    Path file = Files.writeString(folder.resolve("calls.vcf"), vcf);
    JsonNode done =
        ended(
            "\"variants\":\"%s\",\"genome\":\"%s\",\"strands\":\"mean\""
                .formatted(file, folder.resolve("genome.fa")));

    assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/result/sequences").asInt()).isEqualTo(places.size() + 3);
    assertThat(done.at("/result/failed").asInt()).isEqualTo(3);
    List<String> rows = table(done);
    List<String> alone = scoredAtOnce(fasta.toString(), "?strands=mean");
    String[] classes = alone.get(0).split("\t");
    assertThat(rows.get(0)).startsWith("chrom\tpos\tid\tref\talt\t" + classes[1] + ".ref\t");
    assertThat(rows.get(0)).endsWith(classes[classes.length - 2] + ".diff\terror");
    for (int i = 0; i < places.size(); i++) {
      StringBuilder row = new StringBuilder(places.get(i));
      String[] before = alone.get(1 + 2 * i).split("\t");
      String[] after = alone.get(2 + 2 * i).split("\t");
      for (int c = 1; c < before.length; c++) {
        row.append("\t" + before[c] + "\t" + after[c]);
        row.append("\t" + (Float.parseFloat(after[c]) - Float.parseFloat(before[c])));
      }
      assertThat(rows.get(1 + i)).isEqualTo(row + "\t");
    }
    int end = places.size();
    assertThat(rows.get(1 + end)).endsWith("\tvariant.no-sequence: <DEL> is no sequence");
    assertThat(rows.get(2 + end)).endsWith("\tvariant.no-sequence: * is no sequence");
    assertThat(rows.get(3 + end)).endsWith("\tvariant.no-chromosome: the genome has no chrX");
    assertThat(rows.get(4 + end)).startsWith("#count=" + (end + 3) + " errors=3 model=");
  }

  /** A track is checked byte for byte against one that is written from scores of its windows. */
  @Test
  void tracks_haveTheScoreOfTheWindowAroundEachCell() throws IOException {
    int stride = 30;
    Path bed = Files.writeString(folder.resolve("r.bed"), "1\t4000\t5000\nchr1\t100\t160\n");
    StringBuilder fasta = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start < 5_000; start += stride) {
      boolean touched = start + stride > 100 && start < 160 || start + stride > 4_000;
      if (!touched) continue;
      starts.add(start);
      int from = start + stride / 2 - 100;
      String left = "N".repeat(Math.max(0, -from));
      String window = left + chromosome.substring(Math.max(0, from), from + 200);
      fasta.append(">" + start + "\n" + window + "\n");
    }
    String options = "\"strands\":\"max\",\"format\":\"bigwig\",\"stride\":" + stride;
    String files =
        "\"regions\":\"%s\",\"genome\":\"%s\"".formatted(bed, folder.resolve("genome.fa"));
    List<String> alone = scoredAtOnce(fasta.toString(), "?strands=max");
    String name = alone.get(0).split("\t")[2];
    JsonNode done = ended(files + "," + options + ",\"classes\":[\"" + name + "\"]");

    assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/result/sequences").asInt()).isEqualTo(starts.size());
    assertThat(done.at("/result/tracks")).hasSize(1);
    String track = done.at("/result/tracks/0/file").asText();
    assertThat(track).isEqualTo(name + ".bw");
    Path expected = folder.resolve("expected.bw");
    List<Chromosome> genome = List.of(new Chromosome("chr1", 20_000));
    try (BigWigWriter writer = new BigWigWriter(expected, genome, stride)) {
      for (int i = 0; i < starts.size(); i++) {
        writer.add(0, starts.get(i), Float.parseFloat(alone.get(1 + i).split("\t")[2]));
      }
      writer.finish();
    }
    String id = done.get("id").asText();
    assertThat(door.bytes("/v1/scorings/" + id + "/tracks/" + track).body())
        .isEqualTo(Files.readAllBytes(expected));

    JsonNode unknown = ended(files + ",\"format\":\"bigwig\",\"classes\":[\"nothing\"]");
    assertThat(unknown.at("/problem/code").asText()).isEqualTo("scoring.class");
  }

  @Test
  void fileOfSequences_isScored_andWhatCannotBeSaysWhy() throws IOException {
    String fasta = ">a\n" + letters(200) + "\n>short\nACGT\n>b\n" + letters(200) + "\n";
    Path file = Files.writeString(folder.resolve("new.fa"), fasta);
    JsonNode done = ended("\"sequences\":\"%s\"".formatted(file));

    assertThat(done.at("/result/sequences").asInt()).as(done.toString()).isEqualTo(3);
    assertThat(done.at("/result/failed").asInt()).isEqualTo(1);
    String key = done.at("/result/ref/key").asText();
    String made = Files.readString(RunningSystem.artifacts().resolve(key).resolve("scoring.json"));
    assertThat(PublicDoor.read(made).findValue("model").asText()).isEqualTo(model.id());
    assertThat(PublicDoor.read(made).findValue("reference").asText()).isEqualTo(model.id());
    List<String> rows = table(done);
    assertThat(rows.get(2)).startsWith("short\t").contains("sequence.wrong-length: ");
    assertThat(rows).isEqualTo(scoredAtOnce(fasta, ""));
  }

  @Test
  void whoeverDiesInTheMiddle_theTableIsWhole() throws IOException {
    StringBuilder block = new StringBuilder();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      block.append(">s").append(i).append('\n').append(letters(random, 200)).append('\n');
    }
    Path file = folder.resolve("many.fa");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < BLOCKS; i++) out.append(block);
    }
    String scoring = started("{\"model\":\"%s\",\"sequences\":\"%s\"}".formatted(model.id(), file));
    door.await(scoring, LONG, view -> view.at("/progress/done").asLong() > 0);
    RunningSystem.kill("interpret-service");
    RunningSystem.kill("data-service");

    JsonNode done = door.awaitEnd(scoring, LONG);
    assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/result/sequences").asInt()).isEqualTo(2_000 * BLOCKS);
    assertThat(done.at("/result/ref/key").asText()).doesNotEndWith("/1");
    List<String> rows = table(done);
    List<String> once = scoredAtOnce(block.toString(), "");
    assertThat(rows).hasSize(2_000 * BLOCKS + 2);
    for (int i = 0; i < BLOCKS; i++) {
      assertThat(rows.subList(1 + 2_000 * i, 1 + 2_000 * (i + 1)))
          .isEqualTo(once.subList(1, 2_001));
    }
  }

  @Test
  void whatCannotBeScored_failsWithItsReason() throws IOException {
    Path file = Files.writeString(folder.resolve("new.fa"), ">a\n" + letters(200) + "\n");
    Path bed = Files.writeString(folder.resolve("other.bed"), "chr1\t5\t9\nchrX\t5\t9\n");
    Path genome = folder.resolve("genome.fa");

    Path vcf = Files.writeString(folder.resolve("cut.vcf"), "##fileformat=VCFv4.2\nchr1\t5\n");

    JsonNode unknown =
        door.awaitEnd(
            started("{\"model\":\"nobody@champion\",\"sequences\":\"%s\"}".formatted(file)), LONG);
    assertThat(unknown.at("/problem/code").asText()).isEqualTo("model.unknown");
    JsonNode option = ended("\"sequences\":\"%s\",\"strands\":\"three\"".formatted(file));
    assertThat(option.at("/problem/code").asText()).isEqualTo("score.option");
    JsonNode other = ended("\"regions\":\"%s\",\"genome\":\"%s\"".formatted(bed, genome));
    assertThat(other.at("/problem/code").asText()).isEqualTo("bed.off-genome");
    assertThat(other.at("/problem/detail").asText()).contains("other.bed", "line 2", "chrX");
    JsonNode cut = ended("\"variants\":\"%s\",\"genome\":\"%s\"".formatted(vcf, genome));
    assertThat(cut.at("/problem/code").asText()).isEqualTo("vcf.columns");
    assertThat(cut.at("/problem/detail").asText()).contains("cut.vcf", "line 2");
  }

  @Test
  void requestThatMakesNoSense_isRefusedAtTheDoor() {
    assertRefused("{\"sequences\":\"/a.fa\"}", "scoring.model");
    assertRefused("{\"model\":\"m\"}", "scoring.source");
    assertRefused("{\"model\":\"m\",\"regions\":\"/a.bed\"}", "scoring.source");
    assertRefused("{\"model\":\"m\",\"variants\":\"/a.vcf\"}", "scoring.source");
    String variants = "{\"model\":\"m\",\"variants\":\"/a.vcf\",\"genome\":\"/g.fa\"";
    assertRefused(variants + ",\"hits\":1}", "scoring.option");
    assertRefused(variants + ",\"format\":\"bigwig\"}", "scoring.option");
    assertRefused(variants + ",\"format\":\"parquet\"}", "scoring.option");
    assertRefused(variants + ",\"regions\":\"/a.bed\"}", "scoring.source");
    assertRefused("{\"model\":\"m\",\"sequences\":\"a.fa\"}", "scoring.source");
    assertRefused("{\"model\":\"m\",\"sequences\":\"/etc/passwd\"}", "input.not-allowed");
    assertRefused("{\"model\":\"m\",\"sequence\":\"/a.fa\"}", "request.unreadable");
  }

  private void assertRefused(String request, String code) {
    HttpResponse<String> answer = door.post("/v1/scorings", "application/json", request);
    assertThat(answer.statusCode()).as(request).isBetween(400, 422);
    assertThat(PublicDoor.read(answer.body()).get("code").asText()).as(request).isEqualTo(code);
  }

  private JsonNode ended(String rest) {
    return door.awaitEnd(started("{\"model\":\"" + model.id() + "\"," + rest + "}"), LONG);
  }

  private String started(String request) {
    return "/v1/scorings/" + door.start("/v1/scorings", request);
  }

  private List<String> table(JsonNode scoring) throws IOException {
    String path = "/v1/scorings/" + scoring.get("id").asText() + "/scores.tsv.gz";
    byte[] gzip = door.bytes(path).body();
    try (var table = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private List<String> scoredAtOnce(String fasta, String query) {
    return door.postFor(
            "/v1/models/" + model.id() + "/score" + query,
            "text/x-fasta",
            "text/tab-separated-values",
            fasta)
        .body()
        .lines()
        .toList();
  }

  private static String letters(int length) {
    return letters(new SplittableRandom(SEED + length), length);
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) text.append("ACGT".charAt(random.nextInt(4)));
    return text.toString();
  }
}
