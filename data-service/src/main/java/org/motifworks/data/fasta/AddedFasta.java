package org.motifworks.data.fasta;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.BaseSequences;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceProblem;

/** FASTA records that are added to the training split of a dataset. */
public final class AddedFasta {

  private static final int PASSES = 2;

  private final FastaSource source;
  private final FastaInputs inputs;
  private final List<String> classes;
  private final ByteProgress progress;

  /**
   * Reads the label table; FASTA files are left for later.
   *
   * @throws SourceProblem {@code append.classes}
   */
  public AddedFasta(
      FastaSource source,
      DatasetDescription base,
      Map<String, InputFile> inputs,
      ImportProgress progress)
      throws IOException {
    this.source = source.withWindow(base.window());
    this.inputs = FastaInputs.of(this.source, inputs);
    this.classes = base.classes();
    this.inputs.checkClasses(classes);
    this.progress = new ByteProgress(progress, this.inputs.bytes() * PASSES);
  }

  /** Writes what is new; counts what is not, and what looked odd. */
  public Tally write(BaseSequences known, DatasetWriter writer) throws IOException {
    FastaPass reading = pass();
    Tally tally = reading.tally();
    FirstPass first = new FirstPass(tally);
    reading.run(inputs.labelled(classes), newOnes(known, first, tally));

    ClassBalance unchecked = new ClassBalance(classes);
    SecondPass second = new SecondPass(source, first, writer, unchecked, tally);
    pass().run(inputs.labelled(classes), newOnes(known, second, new Tally()));
    return tally;
  }

  private FastaPass pass() {
    return new FastaPass(source, inputs.table(), (key, id) -> Split.TRAIN, progress);
  }

  private static FastaPass.Receiver newOnes(
      BaseSequences known, FastaPass.Receiver next, Tally tally) {
    return candidate -> {
      if (known.accepts(candidate.id(), candidate.key(), candidate.place(), tally)) {
        next.take(candidate);
      }
    };
  }
}
