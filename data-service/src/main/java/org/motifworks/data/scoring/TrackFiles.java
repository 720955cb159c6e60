package org.motifworks.data.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.motifworks.core.track.BigWigWriter;
import org.motifworks.kit.problem.Problem;

/** Keeps the scores of a track's cells: a bigWig file a class. */
final class TrackFiles implements Closeable {

  /** At a time: each has files open. */
  static final int MOST = 50;

  private final List<Integer> columns = new ArrayList<>();
  private final List<ScoringResult.Track> tracks = new ArrayList<>();
  private final List<BigWigWriter> writers = new ArrayList<>();

  /**
   * Creates the files.
   *
   * @param classes to be written; all of the model where none is named
   * @throws Problem {@code scoring.class} for one that the model does not have, or too many; {@code
   *     scoring.chromosomes}
   */
  TrackFiles(Path folder, TrackCells cells, List<String> classes, List<String> known)
      throws IOException {
    List<String> chosen = classes.isEmpty() ? known : List.copyOf(Set.copyOf(classes));
    if (chosen.size() > MOST) {
      throw problem(
          "These are " + chosen.size() + " classes, and a scoring writes " + MOST + " tracks.",
          "Name some of them as \"classes\".");
    }
    if (cells.chromosomes().size() > BigWigWriter.MOST_CHROMOSOMES) {
      throw ScoringProblems.unreadable(
          "scoring.chromosomes",
          "The genome has " + cells.chromosomes().size() + " sequences, and bigWig takes 65,535.",
          "Leave those without regions out of the genome, or ask for a table.");
    }
    Set<String> names = new TreeSet<>();
    try {
      for (String name : known) {
        if (!chosen.contains(name)) continue;
        String file = fileName(name, names);
        columns.add(1 + known.indexOf(name)); // behind the id
        tracks.add(new ScoringResult.Track(name, file));
        writers.add(new BigWigWriter(folder.resolve(file), cells.chromosomes(), cells.stride()));
      }
      for (String name : chosen) {
        if (known.contains(name)) continue;
        throw problem(
            "The model has no class '" + name + "'.",
            "Its classes are " + String.join(", ", known) + ".");
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The files, in the order of the model's classes. */
  List<ScoringResult.Track> tracks() {
    return tracks;
  }

  /**
   * Writes what is answered to {@link TrackSequences}.
   *
   * @param look called now and then; what it throws ends the writing
   */
  ScoreTable.Counts write(InputStream answer, Runnable look) throws IOException {
    ScoreTable.Counts counts = ScoreTable.read(answer, look, this::row);
    for (BigWigWriter writer : writers) writer.finish();
    return counts;
  }

  /** A row without scores, or the first or last one, has no value for its cell. */
  private void row(String row) throws IOException {
    int colon = row.indexOf(':');
    String[] cells = row.split("\t", -1);
    boolean scored = colon > 0 && row.charAt(0) != '#' && cells[cells.length - 1].isEmpty();
    if (!scored) return;
    int chromosome = Integer.parseInt(cells[0].substring(0, colon));
    int start = Integer.parseInt(cells[0].substring(colon + 1));
    for (int i = 0; i < writers.size(); i++) {
      writers.get(i).add(chromosome, start, Float.parseFloat(cells[columns.get(i)]));
    }
  }

  /** A name as a file system takes it, and unlike those before it however case is seen. */
  private static String fileName(String name, Set<String> taken) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
    String shortened = plain.substring(0, Math.min(plain.length(), 150));
    String file = shortened + ".bw";
    for (int n = 2; !taken.add(file.toLowerCase(Locale.ROOT)); n++)
      file = shortened + "-" + n + ".bw";
    return file;
  }

  private static Problem problem(String detail, String action) {
    return ScoringProblems.unreadable("scoring.class", detail, action);
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    for (BigWigWriter writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) throw failed;
  }
}
