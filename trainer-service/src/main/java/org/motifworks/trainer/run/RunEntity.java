package org.motifworks.trainer.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of table {@code run}: what a run is. Its state is its job's. */
@Entity(name = "run")
@Table(name = "run")
class RunEntity extends PanacheEntityBase {

  @Id String id;

  @Column(name = "dataset_id")
  String datasetId;

  @Column(name = "architecture_name")
  String architectureName;

  /** JSON. */
  String architecture;

  /** JSON, every setting written out. */
  String training;

  long seed;
  int threads;

  /** Null for a run of its own, as is {@link #trial}. */
  @Column(name = "experiment_id")
  String experimentId;

  Integer trial;

  /** The model it is to end in again; null when it is to make a new one. */
  String reproduces;
}
