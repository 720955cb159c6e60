package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.source.AppendSource;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.SourceFile;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.data.upload.Upload;
import org.motifworks.data.upload.Uploads;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.Enqueued;
import org.motifworks.kit.problem.Problem;

/** From a request as it came in to an order safely stored, its files first. */
@Singleton
final class DatasetRequests {

  private final Datasets datasets;
  private final Uploads uploads;
  private final ServerFiles serverFiles;

  DatasetRequests(Datasets datasets, Uploads uploads, ServerFiles serverFiles) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.serverFiles = serverFiles;
  }

  /** Takes a request without files; returns the dataset's id. */
  String accept(String json, String idempotencyKey) {
    DatasetRequest request = DatasetRequestReader.read(json);
    requireFiles(request.source().files(), Set.of());
    DatasetOrder order = new DatasetOrder(request.name(), request.source(), Optional.empty());
    return datasets.request(Ids.next(), order, idempotencyKey).id();
  }

  /** Takes a request with files; returns the dataset's id. */
  String accept(Upload upload, String idempotencyKey) throws IOException {
    DatasetRequest request = DatasetRequestReader.read(upload.request());
    DatasetSource source = withAllFiles(request.source(), upload.files().keySet());
    requireFiles(source.files(), upload.files().keySet());
    Map<String, Path> named = new TreeMap<>(upload.files());
    named.keySet().retainAll(source.files());
    if (named.isEmpty()) return accept(upload.request(), idempotencyKey);
    return keepAndOrder(request.name(), source, named, idempotencyKey);
  }

  private String keepAndOrder(
      String name, DatasetSource source, Map<String, Path> files, String idempotencyKey)
      throws IOException {
    String id = Ids.next();
    String key = DatasetOrder.uploadKey(id);
    ArtifactRef kept = uploads.keep(key, files);
    boolean needed = false;
    try {
      DatasetOrder order = new DatasetOrder(name, source, Optional.of(kept.manifestSha256()));
      Enqueued stored = datasets.request(id, order, idempotencyKey);
      needed = stored.created();
      return stored.id();
    } finally {
      if (!needed) uploads.discard(key);
    }
  }

  /** A label table speaks of all FASTA files that came with it, unless it is told which. */
  private static DatasetSource withAllFiles(DatasetSource source, Set<String> sent) {
    if (source instanceof AppendSource append && append.added() instanceof FastaSource added) {
      return new AppendSource(append.base(), withAllFiles(added, sent));
    }
    return source instanceof FastaSource fasta ? withAllFiles(fasta, sent) : source;
  }

  private static FastaSource withAllFiles(FastaSource source, Set<String> sent) {
    if (source.labels().isEmpty() || !source.sequences().isEmpty()) return source;
    Set<String> sequences = new TreeSet<>(sent);
    sequences.remove(source.labels().get());
    if (!sequences.isEmpty()) return source.withSequences(List.copyOf(sequences));
    throw new Problem(
        422,
        "upload.file-missing",
        "A file that was not sent",
        "No FASTA file came with the label table.",
        "Send the sequences as file parts of the same request.");
  }

  private void requireFiles(Set<String> named, Set<String> sent) {
    for (String file : named) {
      if (sent.contains(file)) continue;
      if (SourceFile.isPath(file)) {
        requireReadable(file);
        continue;
      }
      throw new Problem(
          422,
          "upload.file-missing",
          "A file that was not sent",
          "The request names '" + file + "', and no part has that file name.",
          "Send it as multipart/form-data, one file part for each file named.");
    }
  }

  private void requireReadable(String path) {
    try {
      serverFiles.check(path);
    } catch (SourceProblem e) {
      throw SourceProblems.problem(e);
    }
  }
}
