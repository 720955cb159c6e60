package org.motifworks.data.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.contracts.variant.VariantRecords;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.variant.UnpackedReference;
import org.motifworks.data.input.ServerFile;
import org.motifworks.data.job.SavedProgress;
import org.motifworks.kit.job.JobContext;

/** One attempt at a scoring, from open files to a table or tracks. */
final class ScoringAttempt {

  private final InterpretClient interpret;
  private final ScoringRequest request;
  private final Map<String, ServerFile> files;
  private final InterpretClient.Model model;
  private final Path folder;
  private final SavedProgress progress;
  private final long bytes;

  /**
   * @param files by their path in the request
   * @param folder where the table goes
   */
  ScoringAttempt(
      InterpretClient interpret,
      ScoringRequest request,
      Map<String, ServerFile> files,
      InterpretClient.Model model,
      Path folder,
      JobContext context) {
    this.interpret = interpret;
    this.request = request;
    this.files = files;
    this.model = model;
    this.folder = folder;
    this.progress = new SavedProgress(context);
    this.bytes = files.values().stream().mapToLong(ServerFile::bytes).sum();
  }

  /**
   * @param filledUp windows that were filled up with N
   * @param tracks files, where these were asked for
   */
  record Scores(ScoreTable.Counts counts, long filledUp, List<ScoringResult.Track> tracks) {

    static Scores table(ScoreTable.Counts counts, long filledUp) {
      return new Scores(counts, filledUp, List.of());
    }
  }

  /** Writes to a file what the interpret-service answers. */
  private interface Writer {
    ScoreTable.Counts write(InputStream answer, Path file, Runnable look) throws IOException;
  }

  /** All that decides the scores, besides the files, and what the model was asked for by. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("model", model.id());
    settings.put("reference", request.model());
    settings.put("options", request.query());
    if (request.asTracks()) settings.put("stride", Integer.toString(stride()));
    return settings;
  }

  Scores run() throws IOException {
    if (request.sequences().isPresent()) return ofSequences(request.sequences().get());
    Path unpacked = folder.resolve("genome.part");
    try (Genome genome = genome(files.get(request.genome().orElseThrow()), unpacked)) {
      if (request.variants().isPresent()) return ofVariants(request.variants().get(), genome);
      String regions = request.regions().orElseThrow();
      return request.asTracks() ? ofTracks(regions, genome) : ofRegions(regions, genome);
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private Genome genome(ServerFile file, Path into) throws IOException {
    return GenomeUnpacker.unpack(
        file.path(),
        name(file.path()),
        into,
        read -> progress.report(Math.min(read, file.bytes()), bytes));
  }

  private Scores ofSequences(String path) throws IOException {
    try (CountedInput input = input(path)) {
      WatchedContent content = new WatchedContent(DuplexExchange.Content.of(input));
      return Scores.table(score(content, input::count), 0);
    }
  }

  private Scores ofRegions(String path, Genome genome) throws IOException {
    try (CountedInput input = input(path)) {
      RegionSequences regions =
          new RegionSequences(input, name(Path.of(path)), genome, model.window());
      ScoreTable.Counts counts = score(new WatchedContent(regions), behindGenome(input));
      return Scores.table(counts, regions.filledUp());
    }
  }

  private Scores ofVariants(String path, Genome genome) throws IOException {
    try (CountedInput input = input(path)) {
      VariantRecords variants =
          new VariantRecords(
              input, name(Path.of(path)), new UnpackedReference(genome), model.window());
      WatchedContent content = new WatchedContent(variants);
      ScoreTable.Counts counts =
          write(
              () -> interpret.scoreRecords(model.id(), request.query(), content),
              new VariantTableFile(model)::write,
              content,
              behindGenome(input));
      variants
          .broken()
          .ifPresent(
              broken -> {
                throw broken;
              });
      return Scores.table(counts, 0);
    }
  }

  private Scores ofTracks(String path, Genome genome) throws IOException {
    String source = name(Path.of(path));
    TrackCells cells = TrackCells.read(input(path), source, genome, stride());
    TrackSequences sequences = new TrackSequences(cells, source, genome, model.window());
    WatchedContent content = new WatchedContent(sequences);
    // The cells are the work, and there may be many in a small file: their windows count as bytes.
    long all = bytes + cells.count() * model.window();
    Runnable look = () -> progress.report(bytes + sequences.done() * model.window(), all);
    List<String> classes = request.classes().orElse(List.of());
    try (TrackFiles files = new TrackFiles(folder, cells, classes, model.classes());
        InputStream answer = interpret.score(model.id(), request.query(), content)) {
      ScoreTable.Counts counts = files.write(answer, look);
      progress.report(all, all);
      return new Scores(counts, sequences.filledUp(), files.tracks());
    } catch (IOException | RuntimeException e) {
      content.rethrow(); // the cause, where it was sending that failed
      throw e;
    }
  }

  private int stride() {
    return request.stride().orElse(model.window());
  }

  private ScoreTable.Counts score(WatchedContent content, LongSupplier read) throws IOException {
    return write(
        () -> interpret.score(model.id(), request.query(), content),
        ScoreTable::write,
        content,
        read);
  }

  private ScoreTable.Counts write(
      Supplier<InputStream> asked, Writer writer, WatchedContent content, LongSupplier read)
      throws IOException {
    try (InputStream answer = asked.get()) {
      Runnable look = () -> progress.report(Math.min(read.getAsLong(), bytes), bytes);
      ScoreTable.Counts counts = writer.write(answer, folder.resolve(ScoringResult.TABLE), look);
      progress.report(bytes, bytes);
      return counts;
    } catch (IOException | RuntimeException e) {
      content.rethrow(); // the cause, where it was sending that failed
      throw e;
    }
  }

  /** How much is read of all files while {@code input} is. */
  private LongSupplier behindGenome(CountedInput input) {
    long genome = files.get(request.genome().orElseThrow()).bytes();
    return () -> genome + input.count();
  }

  private CountedInput input(String path) throws IOException {
    return new CountedInput(files.get(path).path());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
