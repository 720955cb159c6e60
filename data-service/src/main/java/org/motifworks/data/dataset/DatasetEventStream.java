package org.motifworks.data.dataset;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motifworks.data.job.Progress;

/**
 * A dataset's making, live: looks at its row twice a second, whichever replica works on it, and
 * tells what changed.
 */
@Singleton
final class DatasetEventStream {

  private static final Duration LOOK = Duration.ofMillis(500);

  /** An unchanged progress is told again this often, so that no proxy takes the line for dead. */
  private static final int LOOKS_BETWEEN_REPEATS = 20;

  private final Datasets datasets;

  DatasetEventStream(Datasets datasets) {
    this.datasets = datasets;
  }

  /** Events {@code state} (the view) and {@code progress}; ends after a state that ends. */
  Multi<OutboundSseEvent> of(String id, Sse sse) {
    return Multi.createFrom()
        .deferred(
            () -> {
              Changes changes = new Changes(sse);
              return Multi.createBy()
                  .repeating()
                  .uni(() -> look(id))
                  .withDelay(LOOK)
                  .whilst(view -> !view.state().ended())
                  .onItem()
                  .transformToIterable(changes::in);
            });
  }

  private Uni<DatasetView> look(String id) {
    return Uni.createFrom()
        .item(() -> datasets.view(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static final class Changes {
    private final Sse sse;
    private DatasetState state;
    private Progress progress;
    private int silent;

    Changes(Sse sse) {
      this.sse = sse;
    }

    List<OutboundSseEvent> in(DatasetView view) {
      List<OutboundSseEvent> events = new ArrayList<>(2);
      boolean moved = !view.progress().equals(progress);
      if (moved || ++silent >= LOOKS_BETWEEN_REPEATS) {
        events.add(event("progress", view.progress()));
        progress = view.progress();
        silent = 0;
      }
      if (view.state() != state) events.add(event("state", view));
      state = view.state();
      return events;
    }

    private OutboundSseEvent event(String name, Object data) {
      return sse.newEventBuilder()
          .name(name)
          .mediaType(MediaType.APPLICATION_JSON_TYPE)
          .data(data)
          .build();
    }
  }
}
