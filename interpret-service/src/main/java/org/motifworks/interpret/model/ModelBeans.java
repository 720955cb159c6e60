package org.motifworks.interpret.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.motifworks.interpret.config.InferenceConfig;
import org.motifworks.kit.artifact.ArtifactStore;

/** The runtime and the cache of this process. */
final class ModelBeans {
  private static final Logger LOG = Logger.getLogger(ModelBeans.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Produces
  @Singleton
  OnnxRuntime onnxRuntime(InferenceConfig config, MeterRegistry metrics) {
    OnnxRuntime runtime = OnnxRuntime.start(config.device(), config.threads());
    LOG.infof(
        "ONNX Runtime %s on %s with %d threads",
        runtime.version(), runtime.device(), runtime.threads());
    Gauge.builder("motifworks.inference.threads", runtime, OnnxRuntime::threads)
        .tags(Tags.of("device", runtime.device()))
        .description("Threads of the inference pool, by the device chosen at the start")
        .register(metrics);
    return runtime;
  }

  @Produces
  @Singleton
  ModelCache modelCache(
      ArtifactStore store, OnnxRuntime runtime, InferenceConfig config, MeterRegistry metrics) {
    LoadLimits limits = new LoadLimits(config.loadDeadline(), config.loads());
    ModelCache cache = ModelCache.of(store, runtime, config.cacheSize().asLongValue(), limits);
    Gauge.builder("motifworks.models.loaded", cache, ModelCache::size)
        .description("Models in memory")
        .register(metrics);
    Gauge.builder("motifworks.models.bytes", cache, ModelCache::bytes)
        .description("About what they hold, on the heap and beside it")
        .register(metrics);
    Gauge.builder("motifworks.models.late", cache, each -> each.lateLoads().artifacts().size())
        .description("Loads that have passed their deadline and have not ended")
        .register(metrics);
    return cache;
  }

  void drain(@Disposes ModelCache cache) throws InterruptedException {
    if (!cache.drain(PATIENCE)) LOG.warnf("models still in use after %s", PATIENCE);
  }
}
