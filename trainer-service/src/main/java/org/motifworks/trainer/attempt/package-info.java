/**
 * One training attempt: a child JVM that holds the engine, watched from outside. Nothing here knows
 * DJL; what is said between the two processes is in {@link org.motifworks.contracts.training}.
 * Start at {@link org.motifworks.trainer.attempt.TrainingAttempt}.
 */
package org.motifworks.trainer.attempt;
