package org.motifworks.trainer.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Row of table {@code epoch}. An epoch that is run again after a crash gives the same numbers. */
@Entity(name = "epoch")
@Table(name = "epoch")
@IdClass(EpochEntity.Key.class)
class EpochEntity extends PanacheEntityBase {

  @Id
  @Column(name = "run_id")
  String runId;

  @Id int epoch;

  @Column(name = "training_loss")
  double trainingLoss;

  @Column(name = "validation_loss")
  double validationLoss;

  double seconds;

  /** Key of the table. */
  record Key(String runId, int epoch) implements Serializable {}
}
