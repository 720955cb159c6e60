/**
 * New data retrains, better models take over. A trigger is a row; a planner turns waiting triggers
 * into one cycle: check the dataset, train, interpret, judge, promote. Start at {@link
 * org.motifworks.trainer.retraining.RetrainingPlanner}; {@link
 * org.motifworks.trainer.retraining.Decision} says what a series waits for.
 */
package org.motifworks.trainer.retraining;
