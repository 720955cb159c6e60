package org.motifworks.interpret.score;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.config.ScoringConfig;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.kit.problem.Problem;

/** Scores streams, a bounded number at a time, apart from the work that comes over Kafka. */
@ApplicationScoped
public class ScoreService {
  private final ScoringConfig config;
  private final Semaphore lanes;
  private final ExecutorService readers = Executors.newCachedThreadPool(ScoreService::thread);
  private final LiveScoring live;
  private final BatchMeters meters;

  ScoreService(ScoringConfig config, LiveScoring live, MeterRegistry metrics) {
    this.config = config;
    this.lanes = new Semaphore(config.streams());
    this.live = live;
    this.meters = new BatchMeters(metrics, "rest");
  }

  /** A stream that has been let in and begun to be read; to be run once, or closed. */
  public final class Admitted implements AutoCloseable {
    private final ModelLease model;
    private final TrainedModel told;
    private final ScoreInput input;
    private final Lane lane;

    private Admitted(Lane lane, ModelLease model, TrainedModel told, ScoreInput input) {
      this.lane = lane;
      this.model = model;
      this.told = told;
      this.input = input;
    }

    /** Scores all of it. */
    public void run(OutputStream output, ScoreSettings settings, ScoreFormat format)
        throws IOException {
      try (this) {
        new ScoreStream(
                model.description(),
                live.with(told, model),
                model.session(),
                readers,
                meters,
                settings,
                format)
            .run(input, output, told);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the service is stopping", e);
      }
    }

    @Override
    public void close() throws IOException {
      lane.close();
      model.close();
      input.close();
    }
  }

  /** The right to have the models run, until it is closed. */
  public final class Lane implements AutoCloseable {
    private Lane() {}

    @Override
    public void close() {
      lanes.release();
    }
  }

  /**
   * Lets a request in.
   *
   * @throws Problem {@code scoring.busy} (429)
   */
  public Lane enter() {
    if (lanes.tryAcquire()) return new Lane();
    throw new Problem(
        429,
        "scoring.busy",
        "Too many streams at once",
        config.streams() + " streams are being scored, which is as many as are let in.",
        "Try again in a few seconds.");
  }

  /**
   * Lets a stream in and reads its beginning.
   *
   * @param model taken over; closed when the stream ends, or here when it is refused
   * @param told what the answer says of the model
   * @throws Problem {@code scoring.busy} (429), or what makes the whole input unreadable (422),
   *     such as {@code fasta.no-header}
   */
  public Admitted admit(ModelLease model, TrainedModel told, InputFormat format, InputStream body)
      throws IOException {
    Lane lane;
    try {
      lane = enter();
    } catch (Problem busy) {
      model.close();
      throw busy;
    }
    try {
      ScoreInput input = ScoreInput.of(body, format, config.longestRecord());
      Optional<ScoreItem> first = input.next();
      first.flatMap(ScoreItem::error).filter(ScoreItem.RecordError::fatal).ifPresent(this::refuse);
      return new Admitted(lane, model, told, new Begun(first, input));
    } catch (IOException | RuntimeException e) {
      lane.close();
      model.close();
      if (e instanceof SequenceFormatException broken)
        throw refusal(ScoreItem.fatal(broken).error().orElseThrow());
      throw e;
    }
  }

  @PreDestroy
  void stop() {
    readers.shutdownNow();
  }

  private void refuse(ScoreItem.RecordError error) {
    throw refusal(error);
  }

  private static Problem refusal(ScoreItem.RecordError error) {
    return new Problem(
        422,
        error.code(),
        "An input that cannot be read",
        error.detail(),
        "Send FASTA, a line of {\"id\", \"sequence\"} or the sequence itself a line; plain or"
            + " gzip.");
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "score-reader");
    thread.setDaemon(true);
    return thread;
  }

  /** An input whose first item was looked at. */
  private static final class Begun implements ScoreInput {
    private Optional<ScoreItem> first;
    private final ScoreInput rest;

    Begun(Optional<ScoreItem> first, ScoreInput rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public Optional<ScoreItem> next() throws IOException {
      if (first.isEmpty()) return rest.next();
      Optional<ScoreItem> item = first;
      first = Optional.empty();
      return item;
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
