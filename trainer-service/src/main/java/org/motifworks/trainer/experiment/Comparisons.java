package org.motifworks.trainer.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Tests between every two architectures, paired over the classes they were tested on. */
final class Comparisons {

  private Comparisons() {}

  /** By AU-ROC, then by AU-PR; pairs in the order of the rows. */
  static List<Comparison> between(List<ResultRow> rows) {
    List<Comparison> all = new ArrayList<>(of("auRoc", rows, ResultRow.ClassRow::auRoc));
    all.addAll(of("auPr", rows, ResultRow.ClassRow::auPr));
    return all;
  }

  private static List<Comparison> of(
      String metric, List<ResultRow> rows, Function<ResultRow.ClassRow, Double> figure) {
    List<Comparison> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        double[] differences = differences(rows.get(i), rows.get(j), figure);
        if (differences.length > 0) {
          pairs.add(
              compare(metric, rows.get(i).architecture(), rows.get(j).architecture(), differences));
        }
      }
    }
    return holm(pairs);
  }

  private static double[] differences(
      ResultRow first, ResultRow second, Function<ResultRow.ClassRow, Double> figure) {
    return IntStream.range(0, first.perClass().size())
        .filter(
            c ->
                figure.apply(first.perClass().get(c)) != null
                    && figure.apply(second.perClass().get(c)) != null)
        .mapToDouble(
            c -> figure.apply(first.perClass().get(c)) - figure.apply(second.perClass().get(c)))
        .toArray();
  }

  static Comparison compare(String metric, String first, String second, double... differences) {
    double mean = IntStream.range(0, differences.length).mapToDouble(c -> differences[c]).sum();
    mean /= differences.length;
    // Zeros are left out as Wilcoxon did; the library would rank them (Pratt).
    double[] different = java.util.Arrays.stream(differences).filter(d -> d != 0).toArray();
    if (different.length == 0) {
      return new Comparison(metric, first, second, 0, mean, null, null, null);
    }
    SignificanceResult result = WilcoxonSignedRankTest.withDefaults().test(different);
    return new Comparison(
        metric,
        first,
        second,
        different.length,
        mean,
        result.getStatistic(),
        result.getPValue(),
        null);
  }

  /**
   * Holm 1979: the k-th smallest of m p-values times m - k + 1, never less than the one before, at
   * most 1. Order is kept.
   */
  static List<Comparison> holm(List<Comparison> comparisons) {
    List<Integer> byP =
        IntStream.range(0, comparisons.size())
            .boxed()
            .filter(i -> comparisons.get(i).pValue() != null)
            .sorted(Comparator.comparingDouble(i -> comparisons.get(i).pValue()))
            .toList();
    List<Comparison> adjusted = new ArrayList<>(comparisons);
    double least = 0;
    for (int rank = 0; rank < byP.size(); rank++) {
      int i = byP.get(rank);
      double p = comparisons.get(i).pValue() * (byP.size() - rank);
      least = Math.min(1, Math.max(least, p));
      adjusted.set(i, comparisons.get(i).adjusted(least));
    }
    return adjusted;
  }
}
