package org.motifworks.trainer.imported;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.inference.check.CheckedGraph;
import org.motifworks.inference.check.GraphCheck;
import org.motifworks.inference.check.GraphLimits;
import org.motifworks.inference.check.GraphRefused;
import org.motifworks.inference.check.GraphSignature;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.artifact.StoreUnavailable;
import org.motifworks.kit.id.Ids;
import org.motifworks.trainer.registry.ImportOrigin;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.series.SeriesRegistry;

/**
 * Takes in models that were made elsewhere: to disk, through the check, into the store, into a
 * series. Whatever is refused leaves nothing behind.
 */
@ApplicationScoped
class Imports {

  private static final Logger LOG = Logger.getLogger(Imports.class);
  private static final long LONGEST_WINDOW = 1_000_000; // as of a dataset
  private static final long MOST_CLASSES = 10_000;

  private final ImportSettings settings;
  private final ArtifactStore store;
  private final SeriesRegistry series;
  private final ImportedVersions versions;
  private final GraphCheck check = new GraphCheck(GraphLimits.DEFAULT);
  private final Semaphore one = new Semaphore(1); // a graph is held in memory while it is checked

  Imports(
      ImportSettings settings,
      ArtifactStore store,
      SeriesRegistry series,
      ImportedVersions versions) {
    this.settings = settings;
    this.store = store;
    this.series = series;
    this.versions = versions;
  }

  /**
   * A model that is here now.
   *
   * @param model told by its name in the series
   * @param made false when it was there already
   */
  record Taken(ModelView model, boolean made) {}

  /**
   * @throws org.motifworks.kit.problem.Problem {@code model.import-off} (403)
   */
  void requireAllowed() {
    if (!settings.allowed()) throw ImportProblems.off();
  }

  /**
   * Takes a model in.
   *
   * @param body the ONNX file
   * @throws org.motifworks.kit.problem.Problem the codes of {@link GraphRefused}, {@code
   *     model.class-names}, {@code series.other-classes}, {@code series.other-window} (422), {@code
   *     model.too-large} (413), {@code model.import-busy} (429)
   */
  Taken take(ImportRequest request, InputStream body) {
    if (!one.tryAcquire()) throw ImportProblems.busy();
    String id = Ids.next();
    ArtifactRef ref = null;
    boolean kept = false;
    try (Staging staging = store.stage("imports/" + id)) {
      Path graph = staging.folder().resolve(ModelFiles.PREDICT);
      receive(body, graph, request.file());
      ImportedModel model = checked(request, graph);
      write(staging.folder().resolve(ModelFiles.IMPORTED), model);
      ref = staging.commit("model");
      Taken taken = versions.add(request.series(), id, ref, model, origin(request, ref));
      kept = taken.made();
      LOG.infof(
          "model %s: %s of %s is %s@%d",
          taken.model().id(),
          request.file(),
          request.actor(),
          request.series(),
          taken.model().named().version());
      return taken;
    } finally {
      if (ref != null && !kept) store.delete(ref.key());
      one.release();
    }
  }

  private void receive(InputStream body, Path graph, String name) {
    long limit = Math.min(settings.limit().asLongValue(), GraphLimits.DEFAULT.fileBytes());
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (OutputStream file = Files.newOutputStream(graph)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > limit) throw ImportProblems.tooLarge(name, limit);
        file.write(buffer, 0, read);
      }
    } catch (IOException e) {
      throw StoreUnavailable.orFull(name + " was not received whole", e);
    }
  }

  private ImportedModel checked(ImportRequest request, Path file) {
    try {
      CheckedGraph graph = check.check(Files.readAllBytes(file), GraphSignature.anyPredict());
      long window = graph.size("tokens", 1);
      long classes = graph.size("logits", 1);
      if (classes != graph.size("probabilities", 1)) {
        throw ImportProblems.unequal(request.file(), classes, graph.size("probabilities", 1));
      }
      bound(request, "nt of window", window, LONGEST_WINDOW);
      bound(request, "classes", classes, MOST_CLASSES);
      return ImportedModel.of(classes(request, (int) classes), (int) window);
    } catch (GraphRefused e) {
      throw ImportProblems.refused(request.file(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static void bound(ImportRequest request, String what, long found, long most) {
    if (found > most) throw ImportProblems.tooLarge(request.file(), what, found, most);
  }

  /** Those given, or the series' own, or their numbers. */
  private List<String> classes(ImportRequest request, int outputs) {
    if (request.classes().isPresent()) {
      List<String> given = request.classes().get();
      if (given.size() == outputs) return given;
      throw ImportProblems.classNames(
          given.size() + " names were given, and the graph has " + outputs + " outputs.");
    }
    return series
        .classes(request.series())
        .filter(names -> names.size() == outputs)
        .orElseGet(
            () -> IntStream.rangeClosed(1, outputs).mapToObj(each -> "class-" + each).toList());
  }

  private ImportOrigin origin(ImportRequest request, ArtifactRef ref) {
    Manifest.Entry graph =
        store.manifest(ref).files().stream()
            .filter(file -> file.path().equals(ModelFiles.PREDICT))
            .findFirst()
            .orElseThrow();
    return new ImportOrigin(request.file(), graph.sha256(), graph.bytes(), request.actor());
  }

  private static void write(Path file, ImportedModel model) {
    try {
      Files.write(file, Json.mapper().writeValueAsBytes(model));
    } catch (IOException e) {
      throw StoreUnavailable.orFull(file + " was not written", e);
    }
  }
}
