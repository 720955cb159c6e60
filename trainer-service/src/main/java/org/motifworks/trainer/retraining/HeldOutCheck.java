package org.motifworks.trainer.retraining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Loci;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.job.JobContext;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.series.SeriesRegistry;

/**
 * Checks that a dataset may be trained on for a series: it is comparable, and none of the sequences
 * the series' models are judged on, on either strand, is in its training split, and nothing from a
 * place that overlaps theirs.
 *
 * <p>Memory: about 200 bytes for each sequence of the test split; the training split is streamed.
 */
final class HeldOutCheck implements JobHandler {

  /** Sequences read between two signs of life. */
  private static final int STRIDE = 10_000;

  private final SeriesRegistry registry;
  private final KnownDatasets datasets;
  private final ArtifactStore store;

  HeldOutCheck(SeriesRegistry registry, KnownDatasets datasets, ArtifactStore store) {
    this.registry = registry;
    this.datasets = datasets;
    this.store = store;
  }

  /** What was read. */
  record Checked(long heldOut, long training) {}

  @Override
  public JobOutcome handle(JobContext context) throws IOException {
    CheckJob job = context.payload(CheckJob.class);
    KnownDataset dataset = datasets.usable(job.datasetId());
    registry.requireComparable(job.series(), dataset);
    context.checkpoint();
    // A dataset of the series has its test split, so both are read from one folder.
    try (Dataset opened = Dataset.open(store.open(dataset.ref()).folder())) {
      DatasetSplit test = opened.split(Split.TEST);
      DatasetSplit training = opened.split(Split.TRAIN);
      requireApart(job.series(), dataset.name(), test, training, context::checkpoint);
      requireNoOverlap(job.series(), dataset.name(), test, training, context::checkpoint);
      return JobOutcome.succeeded(new Checked(test.size(), training.size()), () -> {});
    }
  }

  /**
   * @param alive told again and again while it goes on
   * @throws org.motifworks.kit.problem.Problem {@code retraining.held-out-in-training}
   */
  static void requireApart(
      String series, String dataset, DatasetSplit test, DatasetSplit training, Runnable alive) {
    Set<ContentKey> heldOut = new HashSet<>();
    for (int row = 0; row < test.size(); row++) {
      heldOut.add(ContentKey.of(test.sequences().row(row)));
      if (row % STRIDE == 0) alive.run();
    }
    int found = 0;
    int first = -1;
    for (int row = 0; row < training.size(); row++) {
      if (heldOut.contains(ContentKey.of(training.sequences().row(row))) && found++ == 0)
        first = row;
      if (row % STRIDE == 0) alive.run();
    }
    if (found > 0) {
      throw RetrainingProblems.heldOut(series, dataset, found, training.ids().get(first));
    }
  }

  /**
   * Overlapping places share sequence, though no two of their windows be the same. Known where ids
   * name them.
   *
   * @param alive told again and again while it goes on
   * @throws org.motifworks.kit.problem.Problem {@code retraining.held-out-locus-in-training}
   */
  static void requireNoOverlap(
      String series, String dataset, DatasetSplit test, DatasetSplit training, Runnable alive) {
    Loci heldOut = new Loci();
    test.eachId(
        (id, row) -> {
          Locus.inId(id).ifPresent(heldOut::add);
          if (row % STRIDE == 0) alive.run();
        });
    if (heldOut.isEmpty()) return;
    List<String> first = new ArrayList<>();
    int[] found = new int[1];
    training.eachId(
        (id, row) -> {
          if (row % STRIDE == 0) alive.run();
          if (Locus.inId(id).filter(heldOut::overlap).isEmpty()) return;
          if (found[0]++ == 0) first.add(id);
        });
    if (found[0] > 0) {
      throw RetrainingProblems.heldOutLocus(series, dataset, found[0], first.get(0));
    }
  }
}
