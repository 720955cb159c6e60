package org.motifworks.kit.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a longer list, newest first.
 *
 * @param next id to ask for the following page with; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public static final int MAXIMUM = 500;

  public Page {
    items = List.copyOf(items);
  }

  /** Cuts {@code limit + 1} items, asked for to see whether more follow, to a page. */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> id) {
    if (oneMore.size() <= limit) return new Page<>(oneMore, Optional.empty());
    List<T> items = oneMore.subList(0, limit);
    return new Page<>(items, Optional.of(id.apply(items.get(limit - 1))));
  }

  /** The same page with other items. */
  public <U> Page<U> map(Function<T, U> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
