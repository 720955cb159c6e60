package org.motifworks.data.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.motifworks.core.dataset.Split;

/**
 * A small random genome, peaks on it, and what a dataset of them must hold: worked out slowly,
 * nucleotide by nucleotide, with nothing of the importer's.
 */
final class TinyGenome {

  static final long SEED = 20261103;

  final Map<String, String> chromosomes = new LinkedHashMap<>();
  final Map<String, List<Peak>> peaks = new LinkedHashMap<>();
  private final SplittableRandom random = new SplittableRandom(SEED);

  record Peak(String chromosome, int start, int end) {}

  /** A sequence as the dataset must have it. */
  record Expected(Split split, String id, String letters, String labels) {}

  TinyGenome() {
    int[] lengths = {60_050, 31_111, 9_999, 24_000, 5_500};
    String[] names = {"chr1", "chr7", "chr8", "chr9", "chrX"};
    for (int i = 0; i < names.length; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < lengths[i]) {
        int run = Math.min(1 + random.nextInt(900), lengths[i] - text.length());
        String letters = random.nextInt(12) == 0 ? "N" : random.nextBoolean() ? "acgt" : "ACGT";
        for (int k = 0; k < run; k++) text.append(letters.charAt(random.nextInt(letters.length())));
      }
      chromosomes.put(names[i], text.toString());
    }
    for (String name : List.of("CTCF", "MAFK", "SRF")) peaks.put(name, drawPeaks());
  }

  private List<Peak> drawPeaks() {
    List<Peak> drawn = new ArrayList<>();
    for (Map.Entry<String, String> each : chromosomes.entrySet()) {
      int length = each.getValue().length();
      for (int i = 0; i < length / 1_500; i++) {
        int start = random.nextInt(length);
        int size = 1 + random.nextInt(random.nextInt(5) == 0 ? 1_200 : 400);
        drawn.add(new Peak(each.getKey(), start, Math.min(length, start + size)));
      }
      // Edges: exactly half of two bins, one more, a whole chromosome's end.
      drawn.add(new Peak(each.getKey(), 2_100, 2_300));
      drawn.add(new Peak(each.getKey(), 2_899, 3_101));
      drawn.add(new Peak(each.getKey(), length - 120, length));
    }
    return drawn;
  }

  Path fasta(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    chromosomes.forEach(
        (name, letters) -> {
          text.append('>').append(name).append('\n');
          for (int at = 0; at < letters.length(); at += 60) {
            text.append(letters, at, Math.min(letters.length(), at + 60)).append('\n');
          }
        });
    return Files.writeString(file, text);
  }

  /** narrowPeak; {@code prefix} is what the chromosomes' numbers are written with. */
  String narrowPeak(String name, String prefix) {
    StringBuilder text = new StringBuilder();
    for (Peak peak : peaks.get(name)) {
      String chromosome = prefix + peak.chromosome.substring(3);
      text.append(chromosome + "\t" + peak.start + "\t" + peak.end + "\t.\t0\t.\t5\t-1\t-1\t0\n");
    }
    return text.toString();
  }

  /** All labelled windows: 200-nt bins, test chr8 and chr9, validation chr7, not chrX. */
  List<Expected> expected(int window) {
    List<Expected> all = new ArrayList<>();
    for (String chromosome : chromosomes.keySet()) {
      if (chromosome.equals("chrX")) continue;
      Split split =
          switch (chromosome) {
            case "chr7" -> Split.VALIDATION;
            case "chr8", "chr9" -> Split.TEST;
            default -> Split.TRAIN;
          };
      String letters = chromosomes.get(chromosome);
      for (int bin = 0; bin + 200 <= letters.length(); bin += 200) {
        StringBuilder labels = new StringBuilder();
        for (List<Peak> ofClass : peaks.values()) labels.append(label(ofClass, chromosome, bin));
        int start = bin - (window - 200) / 2;
        boolean inside = start >= 0 && start + window <= letters.length();
        if (!inside || labels.indexOf("1") < 0) continue;
        String sequence = letters.substring(start, start + window).toUpperCase();
        String id = chromosome + ":" + start + "-" + (start + window);
        all.add(new Expected(split, id, sequence, labels.toString()));
      }
    }
    return all;
  }

  private static int label(List<Peak> peaks, String chromosome, int bin) {
    for (Peak peak : peaks) {
      if (!peak.chromosome.equals(chromosome)) continue;
      int covered = 0;
      for (int at = bin; at < bin + 200; at++) if (at >= peak.start && at < peak.end) covered++;
      if (covered > 100) return 1;
    }
    return 0;
  }
}
