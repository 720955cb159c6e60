package org.motifworks.data.scoring;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of table {@code retired_scoring}; never leaves this package. */
@Entity
@Table(name = "retired_scoring")
class RetiredScoringEntity extends PanacheEntityBase {

  /** The same as its job's. */
  @Id String id;

  @Column(name = "retired_at", nullable = false)
  Instant retiredAt;

  /** Adds it, unless another has at the same time. */
  static void add(String id) {
    getEntityManager()
        .createNativeQuery("insert into retired_scoring (id) values (?1) on conflict do nothing")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Those of {@code ids} that are retired. */
  static Set<String> among(Collection<String> ids) {
    if (ids.isEmpty()) return Set.of();
    return RetiredScoringEntity.<RetiredScoringEntity>list("id in ?1", ids).stream()
        .map(row -> row.id)
        .collect(Collectors.toSet());
  }
}
