package org.motifworks.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/** How a handler ended. */
public sealed interface JobOutcome {

  /**
   * The work is done.
   *
   * @param inTransaction publishes the outputs in the transaction that ends the job; may run again
   *     after an outage
   */
  record Succeeded(JsonNode result, Runnable inTransaction) implements JobOutcome {}

  record Failed(Problem problem) implements JobOutcome {}

  /** The work was stopped because its cancellation was asked for. */
  record Cancelled() implements JobOutcome {}

  /** The work was stopped in the middle, to be continued by the next who claims it. */
  record Released() implements JobOutcome {}

  /** Someone else owns the job. */
  record Lost() implements JobOutcome {}

  /**
   * The work is done.
   *
   * @param result a record or tree; written as JSON
   */
  static JobOutcome succeeded(Object result, Runnable inTransaction) {
    return new Succeeded(Json.mapper().valueToTree(result), inTransaction);
  }

  static JobOutcome failed(Problem problem) {
    return new Failed(problem);
  }
}
