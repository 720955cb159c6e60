package org.motifworks.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each fact's CloudEvents {@code type}, which ends in the version of its schema, and its topic. */
public enum FactType {
  DATASET_REQUESTED(
      "motifworks.dataset.requested.v1", Topic.DATASET_REQUESTS, DatasetRequested.class),
  DATASET_READY("motifworks.dataset.ready.v1", Topic.DATASETS, DatasetReady.class),
  DATASET_FAILED("motifworks.dataset.failed.v1", Topic.DATASETS, DatasetFailed.class),
  DATASET_CANCELLED("motifworks.dataset.cancelled.v1", Topic.DATASETS, DatasetCancelled.class),
  DATASET_RETIRED("motifworks.dataset.retired.v1", Topic.DATASETS, DatasetRetired.class),
  MODEL_TRAINED("motifworks.model.trained.v1", Topic.RUNS, ModelTrained.class),
  RUN_FAILED("motifworks.run.failed.v1", Topic.RUNS, RunFailed.class),
  RUN_CANCELLED("motifworks.run.cancelled.v1", Topic.RUNS, RunCancelled.class),
  INTERPRETATION_READY(
      "motifworks.interpretation.ready.v1", Topic.INTERPRETATIONS, InterpretationReady.class),
  INTERPRETATION_FAILED(
      "motifworks.interpretation.failed.v1", Topic.INTERPRETATIONS, InterpretationFailed.class),
  MODEL_PROMOTED("motifworks.model.promoted.v1", Topic.ALIASES, ModelPromoted.class),
  MODEL_REJECTED("motifworks.model.rejected.v1", Topic.JUDGEMENTS, ModelRejected.class),
  MODEL_DRIFTED("motifworks.model.drifted.v1", Topic.DRIFT, ModelDrifted.class);

  private static final Map<String, FactType> BY_CLOUD_EVENT_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactType::cloudEventType, Function.identity()));
  private static final Map<Class<?>, FactType> BY_CLASS =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactType::factClass, Function.identity()));

  private final String cloudEventType;
  private final Topic topic;
  private final Class<? extends Fact> factClass;

  FactType(String cloudEventType, Topic topic, Class<? extends Fact> factClass) {
    this.cloudEventType = cloudEventType;
    this.topic = topic;
    this.factClass = factClass;
  }

  public String cloudEventType() {
    return cloudEventType;
  }

  public Topic topic() {
    return topic;
  }

  public Class<? extends Fact> factClass() {
    return factClass;
  }

  public static FactType of(Fact fact) {
    return BY_CLASS.get(fact.getClass());
  }

  /**
   * The type with this CloudEvents name; empty for a fact this version does not know, which a
   * consumer skips.
   */
  public static Optional<FactType> ofCloudEventType(String cloudEventType) {
    return Optional.ofNullable(BY_CLOUD_EVENT_TYPE.get(cloudEventType));
  }
}
