package org.motifworks.trainer.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.motifworks.core.metric.Interval;
import org.motifworks.trainer.gate.Figures.Meaning;
import org.motifworks.trainer.gate.Report.Finding;
import org.motifworks.trainer.series.PromotionRules;

/** Applies a series' rules to what was measured. Every rule that applies is told, kept or not. */
final class Gate {

  private final PromotionRules rules;
  private final List<Finding> findings = new ArrayList<>();

  private Gate(PromotionRules rules) {
    this.rules = rules;
  }

  /**
   * @param auRocDifference candidate minus champion; absent without a champion
   */
  static List<Finding> findings(
      PromotionRules rules,
      Figures candidate,
      Optional<Figures> champion,
      Optional<Interval> auRocDifference,
      Optional<Interval> auPrDifference) {
    Gate gate = new Gate(rules);
    gate.classifies(candidate);
    auRocDifference.ifPresent(d -> gate.notWorse("auRocTolerance", d, rules.auRocTolerance()));
    auPrDifference.ifPresent(d -> gate.notWorse("auPrTolerance", d, rules.auPrTolerance()));
    gate.find("interpreted", candidate.meaning().isPresent(), "its filters must have been read");
    candidate.meaning().ifPresent(gate::alive);
    Optional<Meaning> before = champion.flatMap(Figures::meaning);
    if (candidate.meaning().isPresent() && before.isPresent()) {
      gate.meansAsMuch(candidate.meaning().get(), before.get());
      gate.keepsMotifs(candidate.meaning().get(), before.get());
    }
    return List.copyOf(gate.findings);
  }

  private void classifies(Figures candidate) {
    double least = rules.minimumAuRoc();
    find(
        "minimumAuRoc",
        candidate.auRoc().filter(found -> found.estimate() >= least).isPresent(),
        candidate
                .auRoc()
                .map(found -> text("AU-ROC is %.4f", found.estimate()))
                .orElse("AU-ROC is undefined")
            + text(", at least %.4f is asked for", least));
  }

  private void notWorse(String rule, Interval difference, double tolerance) {
    find(
        rule,
        difference.lower() >= -tolerance,
        text(
            "candidate minus champion is %+.4f (%.1f %% interval %+.4f to %+.4f), whose lower end may be %.4f at worst",
            difference.estimate(),
            100 * rules.confidence(),
            difference.lower(),
            difference.upper(),
            -tolerance));
  }

  private void alive(Meaning meaning) {
    find(
        "maximumDeadFiltersPercent",
        meaning.deadPercent() <= rules.maximumDeadFiltersPercent(),
        text(
            "%d of %d filters are dead, at most %.1f %% may be",
            meaning.dead(), meaning.filters(), rules.maximumDeadFiltersPercent()));
  }

  private void meansAsMuch(Meaning candidate, Meaning champion) {
    if (candidate.relevantMatchPercent().isEmpty() || champion.relevantMatchPercent().isEmpty()) {
      return;
    }
    double found = candidate.relevantMatchPercent().get();
    double least = champion.relevantMatchPercent().get() - rules.relevantMatchTolerance();
    find(
        "relevantMatchTolerance",
        found >= least,
        text(
            "%.1f %% of filters match a factor of the data, the champion's %.1f %% less %.1f points are asked for",
            found, champion.relevantMatchPercent().get(), rules.relevantMatchTolerance()));
  }

  private void keepsMotifs(Meaning candidate, Meaning champion) {
    if (champion.motifs().isEmpty()) return;
    List<String> lost =
        champion.motifs().stream().filter(motif -> !candidate.motifs().contains(motif)).toList();
    int kept = champion.motifs().size() - lost.size();
    find(
        "keptMotifsPercent",
        100.0 * kept / champion.motifs().size() >= rules.keptMotifsPercent(),
        text(
            "%d of the champion's %d motifs are found again, %.1f %% are asked for%s",
            kept,
            champion.motifs().size(),
            rules.keptMotifsPercent(),
            lost.isEmpty() ? "" : "; lost: " + String.join(", ", lost)));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void find(String rule, boolean kept, String detail) {
    findings.add(new Finding(rule, kept, detail));
  }
}
