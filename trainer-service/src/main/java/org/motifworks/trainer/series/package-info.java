/**
 * Series of comparable models: their versions, the aliases that stand for one of them, and who may
 * become champion. Start at {@link org.motifworks.trainer.series.SeriesRegistry}.
 */
package org.motifworks.trainer.series;
