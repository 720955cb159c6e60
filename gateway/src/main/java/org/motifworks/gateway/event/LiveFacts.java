package org.motifworks.gateway.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.motifworks.gateway.settings.GatewaySettings;

/** The last few facts, and everyone who wants the next. Thread safe. */
@Singleton
public class LiveFacts {

  private final int remembered;
  private final Deque<LiveFact> recent = new ArrayDeque<>();
  private final List<Consumer<LiveFact>> listeners = new CopyOnWriteArrayList<>();

  @Inject
  public LiveFacts(GatewaySettings settings) {
    this.remembered = settings.events().remembered();
  }

  /** Tells a fact to everyone who listens now. */
  synchronized void tell(LiveFact fact) {
    recent.addLast(fact);
    while (recent.size() > remembered) recent.removeFirst();
    for (Consumer<LiveFact> listener : listeners) listener.accept(fact);
  }

  /**
   * Adds a listener; no fact falls between what is returned and the first one it is told.
   *
   * @param lastSeen id of the last fact the listener knows, if it was here before
   * @return the facts it missed; empty when that cannot be said, because {@code lastSeen} is no
   *     longer remembered or was told by another replica
   */
  synchronized Optional<List<LiveFact>> listen(
      Optional<String> lastSeen, Consumer<LiveFact> listener) {
    listeners.add(listener);
    if (lastSeen.isEmpty()) return Optional.of(List.of());
    List<LiveFact> missed = new ArrayList<>();
    boolean found = false;
    for (LiveFact fact : recent) {
      if (found) missed.add(fact);
      if (fact.id().equals(lastSeen.get())) {
        found = true;
        missed.clear();
      }
    }
    return found ? Optional.of(missed) : Optional.empty();
  }

  void leave(Consumer<LiveFact> listener) {
    listeners.remove(listener);
  }

  int listeners() {
    return listeners.size();
  }
}
