package org.motifworks.interpret.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.InterpretationFailed;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.event.ModelTrained;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.core.dataset.DatasetFormatException;
import org.motifworks.core.npy.NpyFormatException;
import org.motifworks.interpret.interpretation.Interpretations;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.kit.problem.Problem;

/** From a trained model to the fact that ends its interpretation. */
@ApplicationScoped
public class InterpretationJob {
  private static final Logger LOG = Logger.getLogger(InterpretationJob.class);
  private static final Set<String> FINAL =
      Set.of("artifact.missing", "artifact.corrupt", "artifact.no-such-file");

  private final Interpretations interpretations;
  private final MeterRegistry metrics;

  InterpretationJob(Interpretations interpretations, MeterRegistry metrics) {
    this.interpretations = interpretations;
    this.metrics = metrics;
  }

  /**
   * Interprets, or says why it cannot be done.
   *
   * @throws RuntimeException when trying again may help: the store is away, the service stops
   */
  Fact interpret(ModelTrained trained) {
    LOG.infof("model %s: interpretation begins", trained.subject());
    Timer.Sample sample = Timer.start(metrics);
    Fact fact = attempt(trained);
    String outcome = fact instanceof InterpretationReady ? "ready" : "failed";
    sample.stop(metrics.timer("motifworks.interpretation.duration", "outcome", outcome));
    return fact;
  }

  private Fact attempt(ModelTrained trained) {
    try {
      return ready(trained, interpretations.findOrMake(trained.ref(), trained.dataset()));
    } catch (Problem e) {
      if (!FINAL.contains(e.code())) throw e;
      return failed(trained, e.code(), e.details().detail());
    } catch (InferenceException e) {
      return failed(trained, e.code(), e.getMessage());
    } catch (DatasetFormatException e) {
      return failed(trained, e.code(), e.getMessage());
    } catch (NpyFormatException e) {
      return failed(trained, "dataset.corrupt", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("model " + trained.subject(), e);
    }
  }

  private Fact ready(ModelTrained trained, Interpretations.Found found) {
    Interpretation made = found.interpretation();
    LOG.infof(
        "model %s: %.0f %% of %d filters match JASPAR, %s %% are relevant, %d dead, saliency AU-ROC %s",
        trained.subject(),
        made.jasparMatchPercent(),
        made.filterCount(),
        said(made.relevantMatchPercent()),
        made.deadFilters().size(),
        said(made.saliency().auRoc()));
    return new InterpretationReady(
        trained.subject(),
        version(true),
        found.artifact().ref(),
        made.settingsDigest(),
        made.jasparMatchPercent(),
        made.relevantMatchPercent(),
        made.deadFilters().size(),
        made.saliency().auRoc());
  }

  private static String said(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "unknown";
  }

  /** The failure of an interpretation of this model. */
  Fact failed(ModelTrained trained, String code, String detail) {
    LOG.warnf("model %s: cannot be interpreted: %s: %s", trained.subject(), code, detail);
    return new InterpretationFailed(trained.subject(), version(false), code, detail);
  }

  /**
   * Without a memory the version follows from what is told: a success after a failure is newer, and
   * so is anything by a newer algorithm.
   */
  private long version(boolean ready) {
    return 2L * interpretations.settings().algorithm() + (ready ? 1 : 0);
  }

  /** Digest of the settings in force. */
  String settingsDigest() {
    return interpretations.settings().digest();
  }
}
