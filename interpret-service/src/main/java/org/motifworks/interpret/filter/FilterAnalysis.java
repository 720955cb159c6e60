package org.motifworks.interpret.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.FilterGroup;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.MotifClip;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.interpret.number.Rounded;

/** From scanned filters to clipped motifs, matches, and what they mean for the dataset. */
public final class FilterAnalysis {

  private final InterpretationSettings settings;
  private final MotifMatcher matcher;
  private final RelevantFactors factors;

  /** An analysis for a dataset of these classes. */
  public FilterAnalysis(
      InterpretationSettings settings, JasparDatabase jaspar, List<String> classes) {
    this.settings = settings;
    this.matcher =
        new MotifMatcher(
            MotifDatabase.of("JASPAR " + jaspar.release(), jaspar.asMemePrintsThem()),
            MatchSettings.paper().withThreshold(MatchThreshold.eValue(settings.eValue())));
    this.factors = RelevantFactors.of(classes, jaspar.motifs());
  }

  /** Which class stands for which motifs. */
  RelevantFactors factors() {
    return factors;
  }

  /** Each scanned layer, interpreted. */
  public List<InterpretedLayer> layers(List<ScannedFilters> scanned) {
    return scanned.stream().map(layer -> InterpretedLayer.of(this, layer)).toList();
  }

  /** Both rules by both clips, the primary pair first. */
  List<MatchedFilters> match(ScannedFilters scanned) {
    List<MatchedFilters> all = new ArrayList<>();
    all.add(match(scanned, settings.primaryRule(), settings.primaryClip()));
    for (FilterRule rule : FilterRule.values()) {
      for (ClipRule clip : ClipRule.values()) {
        if (rule == settings.primaryRule() && clip == settings.primaryClip()) continue;
        all.add(match(scanned, rule, clip));
      }
    }
    return all;
  }

  /** One finding a filter, by index. */
  List<FilterFinding> findings(ScannedFilters scanned, MatchedFilters matched) {
    Map<Integer, FilterGroup> groups = FilterGroups.of(matched.motifs());
    List<FilterFinding> findings = new ArrayList<>();
    for (int filter = 0; filter < scanned.count(); filter++) {
      Motif motif = matched.motifs().get(filter);
      findings.add(
          motif == null
              ? FilterFinding.withoutMotif(filter, scanned.dead().contains(filter))
              : finding(filter, motif, matched, Optional.ofNullable(groups.get(filter))));
    }
    return findings;
  }

  private MatchedFilters match(ScannedFilters scanned, FilterRule rule, ClipRule clip) {
    Map<Integer, Motif> motifs = new TreeMap<>();
    Map<Integer, Integer> starts = new TreeMap<>();
    scanned
        .motifs(rule)
        .forEach(
            (filter, whole) -> {
              PositionProbabilityMatrix clipped = core(clip).clip(whole.matrix());
              starts.put(filter, startIn(whole.matrix(), clipped));
              motifs.put(
                  filter, new Motif("filter-" + filter, "", clipped.rounded(), whole.sites()));
            });
    List<QueryMatches> queries = matcher.match(List.copyOf(motifs.values()));
    Map<Integer, QueryMatches> matches = new TreeMap<>();
    int next = 0;
    for (int filter : motifs.keySet()) matches.put(filter, queries.get(next++));
    return new MatchedFilters(rule, clip, scanned.count(), motifs, starts, matches);
  }

  private FilterFinding finding(
      int filter, Motif motif, MatchedFilters matched, Optional<FilterGroup> group) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : motif.matrix().rows()) {
      rows.add(List.of(row[0], row[1], row[2], row[3]));
    }
    int start = matched.clipStarts().get(filter);
    List<TargetMatch> best =
        matched.matches().get(filter).matches().stream()
            .limit(settings.matchesKept())
            .map(this::target)
            .toList();
    return new FilterFinding(
        filter,
        false,
        (int) motif.sites(),
        Rounded.to(motif.matrix().informationContent(), 3),
        motif.matrix().consensus(),
        rows,
        start,
        start + motif.width(),
        group,
        best);
  }

  private TargetMatch target(MotifMatch match) {
    Coverage coverage = Coverage.of(match);
    return new TargetMatch(
        match.target().id(),
        match.target().name(),
        match.pValue(),
        match.eValue(),
        match.qValue(),
        match.offset(),
        match.overlap(),
        String.valueOf(match.strand().symbol()),
        OptionalDouble.of(Rounded.to(coverage.share(), 3)),
        Optional.of(coverage.partial()),
        factors.factorOf(match.target()));
  }

  private static MotifClip core(ClipRule clip) {
    return clip == ClipRule.PLAIN ? MotifClip.PLAIN : MotifClip.SHARPENED;
  }

  /** A clip cuts a span out and leaves its numbers alone, so the span can be found again. */
  private static int startIn(PositionProbabilityMatrix whole, PositionProbabilityMatrix part) {
    int start = 0;
    while (!whole.slice(start, start + part.width()).equals(part)) start++;
    return start;
  }
}
