package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A model was judged and may not become its series' champion.
 *
 * @param subject id of the judgement
 * @param modelVersion number of the model in its series, from 1
 * @param model its id
 * @param champion id of the model it was compared with; absent when there was none
 * @param reasons the rules it broke, for people
 */
public record ModelRejected(
    String subject,
    long version,
    String series,
    int modelVersion,
    String model,
    Optional<String> champion,
    List<String> reasons)
    implements Fact {
  public ModelRejected {
    requireNonNull(subject, "subject");
    requireNonNull(series, "series");
    requireNonNull(model, "model");
    champion = champion == null ? Optional.empty() : champion;
    reasons = List.copyOf(reasons);
  }
}
