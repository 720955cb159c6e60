package org.motifworks.contracts.event;

/**
 * Something that has happened and will not be taken back, told once by the service that owns it.
 *
 * <p>Facts about one entity carry a rising {@code version}; a consumer that sees an older one
 * ignores it. Nothing may be concluded from the order of facts on different topics.
 */
public sealed interface Fact
    permits DatasetRequested,
        DatasetReady,
        DatasetFailed,
        DatasetCancelled,
        DatasetRetired,
        ModelTrained,
        RunFailed,
        RunCancelled,
        InterpretationReady,
        InterpretationFailed,
        ModelPromoted,
        ModelRejected,
        ModelDrifted {

  /** Id of the entity the fact is about: the record's key on Kafka and the CloudEvents subject. */
  String subject();

  /** Rises with every fact about the same entity. */
  long version();
}
