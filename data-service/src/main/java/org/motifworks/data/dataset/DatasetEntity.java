package org.motifworks.data.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motifworks.kit.id.Ids;

/** A row of table {@code dataset}; never leaves this package. */
@Entity
@Table(name = "dataset")
class DatasetEntity extends PanacheEntityBase {

  /** The same as its job's. */
  @Id String id;

  @Column(nullable = false)
  String name;

  /** JSON of the source. */
  @Column(nullable = false)
  String source;

  /** Id of the dataset it adds to; null when it is made of nothing else. */
  @Column(name = "base_id")
  String baseId;

  /** Null while it may be chosen. */
  @Column(name = "retired_at")
  Instant retiredAt;

  /** Null while its bytes are there, or were never made. */
  @Column(name = "deleted_at")
  Instant deletedAt;

  static Optional<DatasetEntity> byId(String id) {
    return findByIdOptional(id);
  }

  /** The newest of that name; one that is not retired, if there is one. */
  static Optional<DatasetEntity> newestNamed(String name) {
    return DatasetEntity.<DatasetEntity>find(
            "name = ?1 order by case when retiredAt is null then 0 else 1 end, id desc", name)
        .firstResultOptional();
  }

  static Optional<DatasetEntity> byIdOrName(String idOrName) {
    if (!Ids.isId(idOrName)) return newestNamed(idOrName);
    return byId(idOrName).or(() -> newestNamed(idOrName));
  }

  /** The one of that id, or else the newest of that name, newest first. */
  static List<DatasetEntity> byIdOrNewestNamed(String idOrName, int atMost) {
    Optional<DatasetEntity> one = Ids.isId(idOrName) ? byId(idOrName) : Optional.empty();
    return one.map(List::of)
        .orElseGet(
            () ->
                DatasetEntity.<DatasetEntity>find("name = ?1 order by id desc", idOrName)
                    .page(0, atMost)
                    .list());
  }

  /** Retired before then, and not deleted. */
  static List<DatasetEntity> retiredBefore(Instant before) {
    return list("retiredAt < ?1 and deletedAt is null", before);
  }

  /** Those made by adding to it. */
  static List<DatasetEntity> additionsTo(String id) {
    return list("baseId", id);
  }

  static List<DatasetEntity> all(List<String> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
