/**
 * One training attempt from specification to model folder: messages to the parent, checkpoints,
 * early stopping, files. Start at {@link org.motifworks.worker.attempt.Attempt}.
 */
package org.motifworks.worker.attempt;
