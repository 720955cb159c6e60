package org.motifworks.data.dataset;

import static org.motifworks.data.source.AppendSource.BASE_INPUT;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.input.ServerFile;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.job.FileHashes;
import org.motifworks.data.job.KeptAlive;
import org.motifworks.data.job.SavedProgress;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceFile;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.artifact.StoreUnavailable;
import org.motifworks.kit.job.JobContext;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;

/**
 * Makes one dataset: into a staging nobody sees, then in one step an artifact under this attempt's
 * number, which counts only if the job's row says so.
 */
@Singleton
final class DatasetWork implements JobHandler {

  private final ArtifactStore store;
  private final ServerFiles serverFiles;
  private final BaseDatasets bases;
  private final Importers importers;

  DatasetWork(
      ArtifactStore store, ServerFiles serverFiles, BaseDatasets bases, Importers importers) {
    this.store = store;
    this.serverFiles = serverFiles;
    this.bases = bases;
    this.importers = importers;
  }

  @Override
  public JobOutcome handle(JobContext context) {
    DatasetOrder order = context.payload(DatasetOrder.class);
    try (Staging staging = store.stage("datasets/" + context.id() + "/" + context.fence());
        FileHashes hashes = new FileHashes(context)) {
      Map<String, ServerFile> named = serverFiles(order.source());
      Map<String, InputFile> inputs = uploads(order, context);
      named.forEach((path, file) -> inputs.put(path, file.input(hashes.of(file))));
      bases.ref(context.id()).ifPresent(ref -> inputs.put(BASE_INPUT, base(ref, context)));
      DatasetDescription description =
          importers.run(order.source(), inputs, staging.folder(), new SavedProgress(context));
      for (ServerFile file : named.values()) file.checkUnchanged();
      ArtifactRef ref = KeptAlive.during(context, () -> staging.commit("dataset"));
      context.checkpoint();
      return JobOutcome.succeeded(DatasetResult.of(ref, description), () -> {});
    } catch (SourceProblem e) {
      return JobOutcome.failed(SourceProblems.problem(e));
    } catch (IOException e) {
      throw unavailable(context, e);
    } catch (UncheckedIOException e) {
      throw unavailable(context, e.getCause());
    }
  }

  /** A disk that does not answer: the job waits for better times; one that is full ends it. */
  private static RuntimeException unavailable(JobContext context, IOException e) {
    return StoreUnavailable.orFull("dataset " + context.id() + " cannot be made now", e);
  }

  private Map<String, ServerFile> serverFiles(DatasetSource source) throws IOException {
    Map<String, ServerFile> files = new TreeMap<>();
    for (String file : source.files()) {
      if (SourceFile.isPath(file)) files.put(file, serverFiles.open(file));
    }
    return files;
  }

  /** A dataset stands among the inputs by its folder and the hash of its manifest. */
  private InputFile base(ArtifactRef ref, JobContext context) {
    Artifact base = KeptAlive.during(context, () -> store.open(ref));
    long bytes = base.manifest().files().stream().mapToLong(Manifest.Entry::bytes).sum();
    return new InputFile(BASE_INPUT, base.folder(), bytes, ref.manifestSha256());
  }

  private Map<String, InputFile> uploads(DatasetOrder order, JobContext context) {
    Map<String, InputFile> inputs = new TreeMap<>();
    Optional<ArtifactRef> upload = order.upload(context.id());
    if (upload.isEmpty()) return inputs;
    Artifact files = KeptAlive.during(context, () -> store.open(upload.get()));
    for (Manifest.Entry file : files.manifest().files()) {
      inputs.put(
          file.path(),
          new InputFile(file.path(), files.file(file.path()), file.bytes(), file.sha256()));
    }
    return inputs;
  }
}
