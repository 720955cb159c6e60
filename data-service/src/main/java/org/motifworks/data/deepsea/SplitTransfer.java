package org.motifworks.data.deepsea;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.source.DeepSeaSource;
import org.motifworks.data.source.SourceProblem;

/**
 * Brings one split over: first the wanted labels, which say what sequences are kept, then those
 * sequences, then both to the dataset. An id is the split and the number in the file, from 0 on.
 */
final class SplitTransfer {

  private final DeepSeaSource source;
  private final LabelSelection selection;
  private final SplitFile file;
  private final Split split;
  private final Path folder;
  private final ReadProgress progress;

  SplitTransfer(
      DeepSeaSource source,
      LabelSelection selection,
      SplitFile file,
      Split split,
      Path folder,
      ReadProgress progress) {
    this.source = source;
    this.selection = selection;
    this.file = file;
    this.split = split;
    this.folder = folder;
    this.progress = progress;
  }

  void run(DatasetWriter writer, ClassBalance balance) throws IOException {
    int classes = selection.classes().size();
    try (BlockSpool labels = new BlockSpool(folder.resolve("labels.part"), classes);
        BlockSpool tokens = new BlockSpool(folder.resolve("tokens.part"), file.window())) {
      int[] kept = spoolLabels(labels);
      OneHotDecoder decoder = new OneHotDecoder(source.channels(), kept, tokens, place("xdata"));
      file.sequences()
          .read(
              SplitFile.CHANNELS,
              (firstPlane, planes, firstRecord, records, bytes) -> {
                decoder.cell(firstPlane, planes, firstRecord, records, bytes);
                progress.read((long) planes * records);
              });
      write(writer, balance, kept, labels, tokens);
    }
  }

  /** Spools the wanted columns; answers which records are kept, ascending. */
  private int[] spoolLabels(BlockSpool spool) throws IOException {
    int[] classOf = new int[file.labels().planes()];
    Arrays.fill(classOf, -1);
    for (int i = 0; i < selection.columns().size(); i++) classOf[selection.columns().get(i)] = i;
    BitSet labelled = new BitSet(file.records());
    file.labels()
        .read(
            1,
            (firstPlane, planes, firstRecord, records, bytes) -> {
              for (int i = 0; i < planes; i++) {
                int target = classOf[firstPlane + i];
                if (target < 0) continue;
                mark(firstPlane + i, firstRecord, records, bytes, i * records, labelled);
                spool.write(target, firstRecord, bytes, i * records, records);
              }
              progress.read((long) planes * records);
            });
    if (source.keep() == DeepSeaSource.Keep.ALL) labelled.set(0, file.records());
    return labelled.stream().toArray();
  }

  private void mark(
      int column, int firstRecord, int records, byte[] bytes, int offset, BitSet labelled) {
    for (int i = 0; i < records; i++) {
      byte label = bytes[offset + i];
      if (label == 1) {
        labelled.set(firstRecord + i);
      } else if (label != 0) {
        throw new SourceProblem(
            "deepsea.label",
            place("data")
                + ": the label of sequence "
                + (firstRecord + i)
                + " in column "
                + column
                + " (both from 0) is "
                + (label & 0xff)
                + ".",
            "Labels are 0 or 1.");
      }
    }
  }

  private void write(
      DatasetWriter writer, ClassBalance balance, int[] kept, BlockSpool labels, BlockSpool tokens)
      throws IOException {
    byte[] sequence = new byte[file.window()];
    byte[] row = new byte[selection.classes().size()];
    ChannelOrderCheck order = new ChannelOrderCheck(source.channels(), file.name());
    for (int i = 0; i < kept.length; i++) {
      tokens.read(i, sequence);
      labels.read(kept[i], row);
      order.add(sequence);
      writer.add(split, split.folder() + "-" + kept[i], sequence, row);
      balance.add(split, row);
      if (i % 1024 == 0) progress.written();
    }
    order.check();
  }

  private String place(String variable) {
    return file.name() + ", " + (split == Split.VALIDATION ? "valid" : split.folder()) + variable;
  }
}
