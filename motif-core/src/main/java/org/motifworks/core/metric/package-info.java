/**
 * How well scores tell positives from negatives: areas under the ROC and precision-recall curves,
 * ties counted right.
 *
 * <p>JDK only. Start at {@link org.motifworks.core.metric.RankedScores}; every metric is computed
 * from one of these.
 */
package org.motifworks.core.metric;
