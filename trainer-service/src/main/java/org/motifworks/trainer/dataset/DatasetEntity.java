package org.motifworks.trainer.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of table {@code dataset}. */
@Entity(name = "dataset")
@Table(name = "dataset")
class DatasetEntity extends PanacheEntityBase {

  @Id String id;
  String name;

  @Column(name = "ref_key")
  String refKey;

  @Column(name = "manifest_sha256")
  String manifestSha256;

  /** JSON array. */
  String classes;

  @Column(name = "\"window\"")
  int window;

  long sequences;
  boolean retired;
  long version;
}
