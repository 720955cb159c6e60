package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Motifs planted under the peaks of a made-up genome come out of a model trained on them. */
@Timeout(900)
class PlantedPeaksST {

  private static final long SEED = 20261106;
  private static final Duration LONG = Duration.ofMinutes(12);

  /** Consensus sites of four of the paper's factors; a base in 25 is drawn anew. */
  private static final Map<String, String> SITES =
      new TreeMap<>(
          Map.of(
              "SRF", "TGACCATATATGGTCA",
              "MAFK", "TGCTGAGTCAGCA",
              "GABPA", "ACCGGAAGTGG",
              "CEBPB", "TATTGCGCAATA"));

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final PublicDoor door = RunningSystem.door();

  @Test
  void plantedMotifs_comeOutOfAModelOfThePeaks() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "planted-");
    write(folder);
    String dataset = door.start("/v1/datasets", request(folder));
    JsonNode ready = door.awaitEnd("/v1/datasets/" + dataset, LONG);
    assertThat(ready.get("state").asText()).as(ready.toString()).isEqualTo("READY");
    assertThat(ready.get("window").asInt()).isEqualTo(1000);
    assertThat(ready.at("/counts/train").asInt()).isEqualTo(2400);

    String run =
        door.startOnceKnown(
            "/v1/runs",
            ("{\"dataset\":\"%s\",\"architecture\":\"cnn-25\",\"training\":{\"maximumEpochs\":16,"
                    + "\"batchSize\":32}}")
                .formatted(dataset));
    JsonNode ended = door.awaitEnd("/v1/runs/" + run, LONG);
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    door.await(
        "/v1/models/" + run,
        LONG,
        view -> view.at("/interpretation/state").asText().equals("READY"));

    JsonNode interpretation =
        PublicDoor.read(door.get("/v1/models/" + run + "/interpretation").body());
    Set<String> recovered = new TreeSet<>();
    for (JsonNode filter : interpretation.get("filters")) {
      String consensus = filter.get("consensus").asText();
      SITES.forEach(
          (name, site) -> {
            // Its outermost letters may be lost, no more.
            String core = site.substring(1, site.length() - 1);
            boolean forward = consensus.contains(core);
            if (forward || consensus.contains(reverseComplement(core))) recovered.add(name);
          });
    }
    assertThat(recovered).containsExactlyInAnyOrderElementsOf(SITES.keySet());
  }

  private static String reverseComplement(String letters) {
    StringBuilder reversed = new StringBuilder(letters).reverse();
    for (int i = 0; i < reversed.length(); i++) {
      reversed.setCharAt(i, "TGCA".charAt("ACGT".indexOf(reversed.charAt(i))));
    }
    return reversed.toString();
  }

  private static String request(Path folder) {
    StringBuilder peaks = new StringBuilder();
    for (String name : SITES.keySet()) {
      if (!peaks.isEmpty()) peaks.append(',');
      peaks.append("{\"name\":\"" + name + "\",\"file\":\"" + folder.resolve(name) + "\"}");
    }
    return "{\"name\":\"planted\",\"source\":{\"kind\":\"peaks\",\"genome\":\"%s\",\"peaks\":[%s]}}"
        .formatted(folder.resolve("genome.fa"), peaks);
  }

  /** A genome with a peak of 240 nt about every 1,600 nt, three sites of its factor in it. */
  private void write(Path folder) throws IOException {
    Map<String, StringBuilder> beds = new LinkedHashMap<>();
    for (String name : SITES.keySet()) beds.put(name, new StringBuilder());
    Map<String, Integer> peaks = new LinkedHashMap<>();
    peaks.put("chr1", 2400);
    peaks.put("chr7", 300);
    peaks.put("chr8", 300);
    peaks.put("chr9", 300);
    try (BufferedWriter fasta = Files.newBufferedWriter(folder.resolve("genome.fa"))) {
      for (Map.Entry<String, Integer> each : peaks.entrySet()) {
        char[] letters = letters(1_600 * (each.getValue() + 1));
        for (int i = 1; i <= each.getValue(); i++) {
          String name = SITES.keySet().stream().skip(i % SITES.size()).findFirst().orElseThrow();
          int bin = 1_600 * i; // a bin's first nucleotide; the peak leaves 20 nt to its neighbours
          for (int site = 0; site < 3; site++) plant(name, letters, bin + 66 * site);
          beds.get(name).append(each.getKey() + "\t" + (bin - 20) + "\t" + (bin + 220) + "\n");
        }
        fasta.write(">" + each.getKey() + "\n");
        fasta.write(letters);
        fasta.write("\n");
      }
    }
    for (Map.Entry<String, StringBuilder> each : beds.entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
  }

  private char[] letters(int length) {
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) letters[i] = "ACGT".charAt(random.nextInt(4));
    return letters;
  }

  private void plant(String name, char[] letters, int from) {
    String site = SITES.get(name);
    int start = from + random.nextInt(66 - site.length());
    for (int i = 0; i < site.length(); i++) {
      if (random.nextInt(25) > 0) letters[start + i] = site.charAt(i);
    }
  }
}
