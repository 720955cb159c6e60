package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.data.input.ServerFile;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.job.FileHashes;
import org.motifworks.data.job.KeptAlive;
import org.motifworks.data.job.SavedProgress;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.artifact.StoreUnavailable;
import org.motifworks.kit.job.JobContext;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.kit.problem.Problem;

/**
 * Scores one request: into a staging nobody sees, then in one step an artifact under this attempt's
 * number. An attempt that is cut off begins anew, by the model that the name stands for then: all
 * rows of a table are by one model.
 */
@Singleton
final class ScoringWork implements JobHandler {

  private final ArtifactStore store;
  private final ServerFiles serverFiles;
  private final InterpretClient interpret;

  ScoringWork(ArtifactStore store, ServerFiles serverFiles, InterpretClient interpret) {
    this.store = store;
    this.serverFiles = serverFiles;
    this.interpret = interpret;
  }

  @Override
  public JobOutcome handle(JobContext context) throws InterruptedException {
    ScoringRequest request = context.payload(ScoringRequest.class);
    try (Staging staging = store.stage("scorings/" + context.id() + "/" + context.fence());
        FileHashes hashes = new FileHashes(context)) {
      Map<String, ServerFile> files = new TreeMap<>();
      for (String path : request.files()) files.put(path, serverFiles.open(path));
      List<InputFile> inputs = new ArrayList<>();
      files.values().forEach(file -> inputs.add(file.input(hashes.of(file))));
      InterpretClient.Model model = interpret.model(request.model());
      Attempt attempt = new Attempt(request, files, model, staging.folder(), context);
      Table table = attempt.run();
      Files.writeString(
          staging.folder().resolve("scoring.json"),
          Provenance.of("scoring", attempt.settings(), inputs).toPrettyString());
      for (ServerFile file : files.values()) file.checkUnchanged();
      ArtifactRef ref = KeptAlive.during(context, () -> staging.commit("scoring"));
      context.checkpoint();
      ScoreTable.Counts counts = table.counts();
      return JobOutcome.succeeded(
          new ScoringResult(ref, model.id(), counts.sequences(), counts.failed(), table.filledUp()),
          () -> {});
    } catch (SourceProblem e) {
      return JobOutcome.failed(ScoringProblems.of(e));
    } catch (SequenceFormatException e) {
      return JobOutcome.failed(
          ScoringProblems.unreadable(
                  e.code(), e.getMessage(), "Put the file right and ask for its scores again.")
              .causedBy(e));
    } catch (Problem e) {
      return JobOutcome.failed(e);
    } catch (IOException e) {
      throw StoreUnavailable.orFull("scoring " + context.id() + " cannot be done now", e);
    }
  }

  /**
   * @param filledUp windows that were filled up with N
   */
  private record Table(ScoreTable.Counts counts, long filledUp) {}

  /** The scoring itself, from open files to a table. */
  private final class Attempt {
    private final ScoringRequest request;
    private final Map<String, ServerFile> files;
    private final InterpretClient.Model model;
    private final Path folder;
    private final SavedProgress progress;
    private final long bytes;

    Attempt(
        ScoringRequest request,
        Map<String, ServerFile> files,
        InterpretClient.Model model,
        Path folder,
        JobContext context) {
      this.request = request;
      this.files = files;
      this.model = model;
      this.folder = folder;
      this.progress = new SavedProgress(context);
      this.bytes = files.values().stream().mapToLong(ServerFile::bytes).sum();
    }

    /** All that decides the rows, besides the files. */
    Map<String, String> settings() {
      return Map.of("model", model.id(), "options", request.query());
    }

    Table run() throws IOException {
      return request.sequences().isPresent() ? ofSequences() : ofRegions();
    }

    private Table ofSequences() throws IOException {
      try (CountedInput input = input(request.sequences().orElseThrow())) {
        return score(DuplexExchange.Content.of(input), input::count, () -> 0);
      }
    }

    private Table ofRegions() throws IOException {
      ServerFile genomeFile = files.get(request.genome().orElseThrow());
      Path unpacked = folder.resolve("genome.part");
      try (Genome genome =
              GenomeUnpacker.unpack(
                  genomeFile.path(),
                  genomeFile.path().getFileName().toString(),
                  unpacked,
                  read -> progress.report(Math.min(read, genomeFile.bytes()), bytes));
          CountedInput input = input(request.regions().orElseThrow())) {
        String source = Path.of(request.regions().get()).getFileName().toString();
        RegionSequences regions = new RegionSequences(input, source, genome, model.window());
        return score(regions, () -> genomeFile.bytes() + input.count(), regions::filledUp);
      } finally {
        Files.deleteIfExists(unpacked);
      }
    }

    private CountedInput input(String path) throws IOException {
      return new CountedInput(files.get(path).path());
    }

    private Table score(DuplexExchange.Content content, LongSupplier read, LongSupplier filledUp)
        throws IOException {
      WatchedContent watched = new WatchedContent(content);
      try (InputStream answer = interpret.score(model.id(), request.query(), watched)) {
        ScoreTable.Counts counts =
            ScoreTable.write(
                answer,
                folder.resolve(ScoringResult.TABLE),
                () -> progress.report(Math.min(read.getAsLong(), bytes), bytes));
        progress.report(bytes, bytes);
        return new Table(counts, filledUp.getAsLong());
      } catch (IOException | RuntimeException e) {
        watched.rethrow(); // the cause, where it was sending that failed
        throw e;
      }
    }
  }
}
