package org.motifworks.standalone.job;

import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.terminal.Amount;

/** A dataset in words. */
public final class DatasetText {

  private DatasetText() {}

  /** {@code demo: 25,000 sequences of 200 nt, 12 classes}. */
  public static String summary(DatasetView dataset) {
    StringBuilder text = new StringBuilder(dataset.name());
    dataset
        .counts()
        .ifPresent(
            counts -> text.append(": ").append(Amount.count(counts.total())).append(" sequences"));
    dataset.window().ifPresent(window -> text.append(" of ").append(window).append(" nt"));
    dataset
        .classes()
        .ifPresent(classes -> text.append(", ").append(classes.size()).append(" classes"));
    return text.toString();
  }

  /** {@code 17,500 / 2,500 / 5,000}: training, validation, test. */
  public static String splits(DatasetView dataset) {
    return dataset
        .counts()
        .map(
            counts ->
                Amount.count(counts.train())
                    + " / "
                    + Amount.count(counts.validation())
                    + " / "
                    + Amount.count(counts.test()))
        .orElse("-");
  }
}
