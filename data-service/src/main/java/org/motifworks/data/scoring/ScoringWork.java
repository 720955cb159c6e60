package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.data.input.ServerFile;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.job.FileHashes;
import org.motifworks.data.job.KeptAlive;
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
      ScoringAttempt attempt =
          new ScoringAttempt(interpret, request, files, model, staging.folder(), context);
      ScoringAttempt.Scores scores = attempt.run();
      Files.writeString(
          staging.folder().resolve(ScoringResult.PROVENANCE),
          Provenance.of("scoring", attempt.settings(), inputs).toPrettyString());
      for (ServerFile file : files.values()) file.checkUnchanged();
      ArtifactRef ref = KeptAlive.during(context, () -> staging.commit("scoring"));
      context.checkpoint();
      ScoreTable.Counts counts = scores.counts();
      return JobOutcome.succeeded(
          new ScoringResult(
              ref,
              model.id(),
              counts.sequences(),
              counts.failed(),
              scores.filledUp(),
              scores.tracks()),
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
}
