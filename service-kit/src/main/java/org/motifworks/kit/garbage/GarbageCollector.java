package org.motifworks.kit.garbage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.problem.Problem;

/**
 * The artifacts a service answers for, and which of them nothing refers to. A young one is always
 * let be: a transaction or a fact that will name it may be under way.
 */
public final class GarbageCollector {

  /** Nothing younger is ever garbage. */
  public static final Duration LEAST_AGE = Duration.ofHours(1);

  private static final Logger LOG = Logger.getLogger(GarbageCollector.class);

  private final ArtifactStore store;
  private final Map<String, GarbageRule> rules;
  private final Clock clock;

  /**
   * @param rules by the first part of the keys they are for, such as {@code datasets}
   */
  public GarbageCollector(ArtifactStore store, Map<String, GarbageRule> rules, Clock clock) {
    this.store = store;
    this.rules = Map.copyOf(rules);
    this.clock = clock;
  }

  /**
   * What could be removed.
   *
   * @param olderThan ISO 8601 duration, such as {@code P7D}
   * @throws Problem {@code garbage.age}
   */
  public Garbage find(String olderThan) {
    return collect(olderThan, false);
  }

  /**
   * Removes it. Whatever is written meanwhile is too young to be met.
   *
   * @param olderThan ISO 8601 duration, such as {@code P7D}
   * @throws Problem {@code garbage.age}
   */
  public Garbage remove(String olderThan) {
    return collect(olderThan, true);
  }

  private Garbage collect(String olderThan, boolean remove) {
    Instant before = clock.instant().minus(age(olderThan));
    if (remove) rules.values().forEach(rule -> rule.settle(before));
    List<Garbage.Item> items = new ArrayList<>();
    for (Map.Entry<String, GarbageRule> rule : rules.entrySet()) {
      for (StoredArtifact artifact : store.list(rule.getKey())) {
        if (artifact.committed().isAfter(before)) continue;
        Optional<String> reason = rule.getValue().reason(artifact, before);
        if (reason.isEmpty()) continue;
        items.add(
            new Garbage.Item(artifact.key(), artifact.bytes(), artifact.committed(), reason.get()));
        if (!remove) continue;
        store.delete(artifact.key());
        LOG.infof("%s was removed: %s", artifact.key(), reason.get());
      }
    }
    return new Garbage(remove, items.stream().mapToLong(Garbage.Item::bytes).sum(), items);
  }

  private static Duration age(String olderThan) {
    try {
      Duration age = Duration.parse(olderThan);
      if (age.compareTo(LEAST_AGE) >= 0) return age;
    } catch (DateTimeException e) {
      // told below
    }
    throw new Problem(
        422,
        "garbage.age",
        "No age that artifacts may be removed at",
        "olderThan is '" + olderThan + "'.",
        "Give an ISO 8601 duration of an hour at least, such as PT12H or P7D.");
  }
}
