package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Follow;
import org.motifworks.standalone.job.JobFailedException;
import org.motifworks.standalone.job.SeriesText;

/** Has a model judged, waits for the verdict and tells it. */
final class JudgementOutcome {

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

  private final Session session;
  private final Api api;

  JudgementOutcome(Session session, Api api) {
    this.session = session;
    this.api = api;
  }

  /**
   * @return the judgement, which has a report
   * @throws JobFailedException when it came to no verdict
   */
  JsonNode of(String series, JsonNode request) {
    String path = "/v1/series/" + Api.segment(series) + "/judgements";
    String id = api.post(path, request, Optional.empty()).path("id").asText();
    JsonNode judgement =
        new Follow(api)
            .until(
                path + "/" + Api.segment(id),
                Optional.empty(),
                now -> ENDED.contains(now.path("state").asText()),
                now -> {});
    if (!judgement.hasNonNull("report")) {
      throw JobFailedException.of(
          "Judgement " + id,
          judgement.path("state").asText(),
          Optional.ofNullable(judgement.get("problem")));
    }
    if (session.json()) session.print(judgement);
    else session.print(SeriesText.judgement(judgement, session.terminal().style()));
    return judgement;
  }
}
