package org.motifworks.trainer.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of table {@code model}. */
@Entity(name = "model")
@Table(name = "model")
class ModelEntity extends PanacheEntityBase {

  /** The run's id, or that of the import. */
  @Id String id;

  /** Null for a model that was imported. */
  @Column(name = "dataset_id")
  String datasetId;

  @Column(name = "ref_key")
  String refKey;

  @Column(name = "manifest_sha256")
  String manifestSha256;

  /** model.json, or imported.json. */
  String description;

  /** JSON of {@link ImportOrigin}; null for a model that was trained here. */
  String imported;

  /** JSON of {@link InterpretationView}. */
  String interpretation;

  @Column(name = "interpretation_version")
  long interpretationVersion;

  @Column(name = "created_at")
  Instant createdAt;

  /** Null while it may be given an alias. */
  @Column(name = "retired_at")
  Instant retiredAt;

  /** Null while its bytes are there. */
  @Column(name = "deleted_at")
  Instant deletedAt;
}
