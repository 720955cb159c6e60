package org.motifworks.interpret.registry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.interpret.model.ModelCache;

/**
 * Brings promotions into service: the new model is loaded beside the old, which checks it against
 * the sample it was shipped with, and only then does the alias stand for it. Until then, and for as
 * long as it cannot be loaded, the old one goes on. Requests under way keep the model they began
 * with. Used by one thread.
 */
final class AliasSwitch {
  private static final Logger LOG = Logger.getLogger(AliasSwitch.class);
  private static final long FIRST_DELAY_NANOS = 1_000_000_000L;
  private static final long LONGEST_DELAY_NANOS = 30 * FIRST_DELAY_NANOS;

  private final Function<String, TrainedModel> models;
  private final ModelCache cache;
  private final ServedAliases served;
  private final Map<String, Waiting> waiting = new HashMap<>();
  private volatile Set<String> failing = Set.of();

  /**
   * @param models by id; throws what {@link ModelSource#find} throws
   */
  AliasSwitch(Function<String, TrainedModel> models, ModelCache cache, ServedAliases served) {
    this.models = models;
    this.cache = cache;
    this.served = served;
  }

  /** A promotion that is not in service yet. */
  private record Waiting(ModelPromoted promotion, long notBefore, long delay) {}

  /** Notes a promotion; one that is not newer than what is known of its alias is passed over. */
  void hear(ModelPromoted promotion) {
    String name = promotion.subject();
    long known =
        served
            .find(name)
            .flatMap(TrainedModel::named)
            .flatMap(TrainedModel.Named::generation)
            .orElse(0L);
    Waiting before = waiting.get(name);
    if (before != null) known = Math.max(known, before.promotion().version());
    if (promotion.version() <= known) return;
    waiting.put(name, new Waiting(promotion, System.nanoTime(), FIRST_DELAY_NANOS));
  }

  /** Tries what is due. */
  void settle() {
    Set<String> failed = new TreeSet<>();
    Iterator<Map.Entry<String, Waiting>> each = waiting.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Waiting> entry = each.next();
      Waiting now = entry.getValue();
      if (now.notBefore() - System.nanoTime() <= 0) {
        if (serve(now.promotion())) {
          each.remove();
          continue;
        }
        long next = System.nanoTime() + now.delay();
        long delay = Math.min(2 * now.delay(), LONGEST_DELAY_NANOS);
        entry.setValue(new Waiting(now.promotion(), next, delay));
      }
      failed.add(entry.getKey());
    }
    failing = Collections.unmodifiableSet(failed);
  }

  /** Aliases whose newest model could not be loaded; safe to ask from any thread. */
  Set<String> failing() {
    return failing;
  }

  private boolean serve(ModelPromoted promotion) {
    try {
      TrainedModel model = models.apply(promotion.model());
      cache.acquire(promotion.ref()).close();
      served.serve(
          promotion.subject(),
          new TrainedModel(
              model.id(), promotion.ref(), model.dataset(), Optional.empty(), named(promotion)));
      LOG.infof(
          "%s is model %s from now on (version %d, generation %d)",
          promotion.subject(), promotion.model(), promotion.modelVersion(), promotion.version());
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(
          "%s: model %s of generation %d cannot be loaded, what was served goes on: %s",
          promotion.subject(), promotion.model(), promotion.version(), e);
      return false;
    }
  }

  private static Optional<TrainedModel.Named> named(ModelPromoted promotion) {
    return Optional.of(
        new TrainedModel.Named(
            promotion.series(),
            promotion.modelVersion(),
            Optional.of(promotion.alias()),
            Optional.of(promotion.version())));
  }
}
