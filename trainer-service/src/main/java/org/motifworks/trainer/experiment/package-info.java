/**
 * Experiments: architectures by trials on one dataset, as runs that take turns with everyone
 * else's, and their results as the paper's table gives them. Start at {@link
 * org.motifworks.trainer.experiment.Experiments}, for the figures at {@link
 * org.motifworks.trainer.experiment.ResultTable}.
 */
package org.motifworks.trainer.experiment;
