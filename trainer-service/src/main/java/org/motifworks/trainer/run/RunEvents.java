package org.motifworks.trainer.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as server-sent events. Read from the rows, so that any replica can tell of a run that
 * another one trains.
 *
 * <p>Events: {@code epoch} (an {@link Epoch}) for each that ended, {@code run} (a {@link RunView})
 * whenever its state or progress changed.
 */
@ApplicationScoped
class RunEvents {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Runs runs;
  private final Sse sse;

  RunEvents(Runs runs, Sse sse) {
    this.runs = runs;
    this.sse = sse;
  }

  /** Ends after the event that says the run has. */
  Multi<OutboundSseEvent> of(String id) {
    return Multi.createFrom()
        .deferred(
            () -> {
              Follower follower = new Follower(id);
              return Multi.createFrom()
                  .ticks()
                  .every(LOOK)
                  .onOverflow()
                  .drop()
                  .emitOn(Infrastructure.getDefaultWorkerPool())
                  .onItem()
                  .transformToIterable(tick -> follower.news())
                  .select()
                  .first(follower::wants);
            });
  }

  /** One client's view: what it has been told already. Used by one thread at a time. */
  private final class Follower {

    private final String id;
    private int epoch;
    private RunView shown;
    private boolean over;

    Follower(String id) {
      this.id = id;
    }

    List<OutboundSseEvent> news() {
      if (over)
        return List.of(
            event("end", id, String.class)); // never sent: it makes wants() end the stream
      List<OutboundSseEvent> events = new ArrayList<>();
      // The run first: when it has ended, every epoch it will ever have is already there.
      RunView run = runs.find(id).orElseThrow();
      for (Epoch ended : runs.epochs(id, epoch)) {
        events.add(event("epoch", ended, Epoch.class));
        epoch = ended.epoch();
      }
      if (!run.equals(shown)) {
        events.add(event("run", run, RunView.class));
        shown = run;
      }
      return events;
    }

    /** False once the event that ended the run was passed on. */
    boolean wants(OutboundSseEvent event) {
      if (over) return false;
      over = event.getName().equals("run") && ((RunView) event.getData()).state().isTerminal();
      return true;
    }

    private OutboundSseEvent event(String name, Object data, Class<?> type) {
      return sse.newEventBuilder()
          .name(name)
          .mediaType(MediaType.APPLICATION_JSON_TYPE)
          .data(type, data)
          .build();
    }
  }
}
