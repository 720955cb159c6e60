package org.motifworks.contracts.event;

/** The topics facts travel on. All are created explicitly, none by accident of a first write. */
public enum Topic {
  /** From outside: data-service hears them, none of ours tells them. */
  DATASET_REQUESTS("motifworks.dataset-requests"),
  DATASETS("motifworks.datasets"),
  RUNS("motifworks.runs"),
  INTERPRETATIONS("motifworks.interpretations"),
  /** Compacted: what each alias means is kept for ever. */
  ALIASES("motifworks.aliases"),
  JUDGEMENTS("motifworks.judgements"),
  /** What scored sequences say of the models that score them. */
  DRIFT("motifworks.drift");

  private final String topicName;

  Topic(String topicName) {
    this.topicName = topicName;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }
}
