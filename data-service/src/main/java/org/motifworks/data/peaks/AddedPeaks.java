package org.motifworks.data.peaks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetFormatException;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.data.check.BaseSequences;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.SourceProblem;

/** Windows of a genome that are added to the training split of a dataset. */
public final class AddedPeaks {

  private final PeaksSource source;
  private final List<String> classes;
  private final Map<String, InputFile> inputs;
  private final Path folder;
  private final ImportProgress progress;

  /**
   * Reads nothing yet.
   *
   * @param folder for what is needed while it works
   * @throws SourceProblem {@code append.classes}; {@code source.window} where the bin does not fit
   *     into the window of the base
   */
  public AddedPeaks(
      PeaksSource source,
      DatasetDescription base,
      Map<String, InputFile> inputs,
      Path folder,
      ImportProgress progress) {
    this.source = source.withWindow(base.window());
    this.source.validate();
    this.classes = base.classes();
    this.inputs = inputs;
    this.folder = folder;
    this.progress = progress;
    if (classes.containsAll(source.classNames())) return;
    throw new SourceProblem(
        "append.classes",
        "The peaks are of " + source.classNames() + ", the dataset's classes are " + classes + ".",
        "Use the dataset's class names.");
  }

  /** Writes what is new; counts what is not, and what looked odd. */
  public Tally write(BaseSequences known, DatasetWriter writer) throws IOException {
    Tally tally = new Tally();
    PeakWindows windows =
        new PeakWindows(source, inputs, genome -> BinSplits.trainingAlone(source), tally);
    windows.passOn(new NewOnes(known, writer, tally), folder, progress);
    return tally;
  }

  /** Takes what the dataset does not have and may be trained on. */
  private final class NewOnes implements WindowReceiver {

    private final BaseSequences known;
    private final DatasetWriter writer;
    private final Tally tally;
    private final int[] places; // of the peaks' classes among the dataset's
    private final byte[] row = new byte[classes.size()];

    NewOnes(BaseSequences known, DatasetWriter writer, Tally tally) {
      this.known = known;
      this.writer = writer;
      this.tally = tally;
      this.places = source.classNames().stream().mapToInt(classes::indexOf).toArray();
    }

    @Override
    public boolean wants(BinWalk.Visit visit, byte[] tokens) {
      return known.accepts(visit.id(tokens.length), ContentKey.of(tokens));
    }

    @Override
    public boolean take(Split split, String id, byte[] tokens, byte[] labels) throws IOException {
      if (!known.accepts(id, ContentKey.of(tokens), id, tally)) return false;
      for (int i = 0; i < places.length; i++) row[places[i]] = labels[i];
      try {
        writer.add(split, id, tokens, row);
      } catch (DatasetFormatException e) {
        if (e.code().equals("dataset.duplicate-id")) throw otherGenome(id, e);
        throw e;
      }
      return true;
    }

    private SourceProblem otherGenome(String id, DatasetFormatException e) {
      return new SourceProblem(
          "append.other-genome",
          "The dataset has another sequence at " + id + " than this genome.",
          "Give the genome of which the dataset was made.",
          e);
    }
  }
}
