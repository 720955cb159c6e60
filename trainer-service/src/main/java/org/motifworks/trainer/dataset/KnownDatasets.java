package org.motifworks.trainer.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/** Remembers datasets as facts about them come in; older facts about one are passed over. */
@ApplicationScoped
public class KnownDatasets {

  /** False when it was known: a dataset becomes ready once, and a retirement since must stand. */
  @Transactional
  public boolean learn(DatasetReady fact) {
    DatasetEntity entity = DatasetEntity.findById(fact.subject());
    if (entity != null) return false;
    entity = new DatasetEntity();
    entity.id = fact.subject();
    entity.name = fact.name();
    entity.refKey = fact.ref().key();
    entity.manifestSha256 = fact.ref().manifestSha256();
    entity.classes = write(fact.classes());
    entity.window = fact.window();
    entity.sequences = fact.counts().train() + fact.counts().validation() + fact.counts().test();
    entity.version = fact.version();
    entity.persistAndFlush(); // so that it is seen by plain SQL too
    return true;
  }

  @Transactional
  public void learn(DatasetRetired fact) {
    DatasetEntity entity = DatasetEntity.findById(fact.subject());
    if (entity == null || entity.version >= fact.version()) return;
    entity.retired = true;
    entity.version = fact.version();
  }

  /** The dataset with that id, or the newest one of that name that is not retired. */
  @Transactional
  public Optional<KnownDataset> find(String idOrName) {
    DatasetEntity byId = DatasetEntity.findById(idOrName);
    if (byId != null) return Optional.of(value(byId));
    return DatasetEntity.<DatasetEntity>find(
            "name = ?1 and retired = false", Sort.descending("id"), idOrName)
        .firstResultOptional()
        .map(KnownDatasets::value);
  }

  /**
   * The same, to be trained on.
   *
   * @throws Problem {@code dataset.unknown}, {@code dataset.retired}
   */
  @Transactional
  public KnownDataset usable(String idOrName) {
    KnownDataset dataset =
        find(idOrName)
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "dataset.unknown",
                        "A dataset that is not here",
                        "No dataset that is ready has the id or name '" + idOrName + "'.",
                        "List the datasets (GET /v1/datasets); one just made is known here a moment after it is READY."));
    if (dataset.retired()) {
      throw new Problem(
          409,
          "dataset.retired",
          "A dataset that was retired",
          "Dataset "
              + dataset.id()
              + " ("
              + dataset.name()
              + ") was retired and is no longer trained on.",
          "Choose another, or make it again.");
    }
    return dataset;
  }

  /** The newest dataset whose name is wanted, of those that are not retired. */
  @Transactional
  public Optional<KnownDataset> newest(Predicate<String> wanted) {
    return DatasetEntity.<DatasetEntity>find(
            "retired = false and id in (select max(d.id) from dataset d where d.retired = false"
                + " group by d.name)",
            Sort.descending("id"))
        .stream()
        .filter(dataset -> wanted.test(dataset.name))
        .findFirst()
        .map(KnownDatasets::value);
  }

  @Transactional
  public Map<String, KnownDataset> byId(Collection<String> ids) {
    return DatasetEntity.<DatasetEntity>list("id in ?1", ids).stream()
        .map(KnownDatasets::value)
        .collect(Collectors.toMap(KnownDataset::id, Function.identity()));
  }

  private static KnownDataset value(DatasetEntity entity) {
    return new KnownDataset(
        entity.id,
        entity.name,
        new ArtifactRef(entity.refKey, entity.manifestSha256),
        read(entity.classes),
        entity.window,
        entity.sequences,
        entity.retired);
  }

  private static String write(List<String> classes) {
    try {
      return Json.mapper().writeValueAsString(classes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names are always JSON", e);
    }
  }

  private static List<String> read(String classes) {
    try {
      return Arrays.asList(Json.mapper().readValue(classes, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("column dataset.classes holds no JSON array: " + classes, e);
    }
  }
}
