/**
 * Training runs: asked for, queued, watched, cancelled. A run has the id of its job and its job's
 * state. Start at {@link org.motifworks.trainer.run.Runs}.
 */
package org.motifworks.trainer.run;
