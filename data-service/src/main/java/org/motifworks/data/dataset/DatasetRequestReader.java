package org.motifworks.data.dataset;

import org.motifworks.data.input.RequestJson;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.problem.Problem;

/** From JSON to a request for a dataset. */
final class DatasetRequestReader {

  private DatasetRequestReader() {}

  /**
   * The request in {@code json}, checked as far as it can be without its files.
   *
   * @throws Problem 400 {@code request.unreadable}; 422 with the code of what is wrong in it
   */
  static DatasetRequest read(String json) {
    try {
      DatasetRequest request = RequestJson.read(json, DatasetRequest.class);
      if (request == null || request.source() == null) {
        throw new Problem(
            422,
            "source.missing",
            "A dataset is made from something",
            "There is no \"source\" in the request.",
            "Add one, such as {\"kind\": \"simulation\"}.");
      }
      request.source().validate();
      return new DatasetRequest(new DatasetName(request.name()).value(), request.source());
    } catch (SourceProblem e) {
      throw SourceProblems.problem(e);
    }
  }
}
