/**
 * The datasets this service has been told of by {@code DatasetReady} and {@code DatasetRetired}:
 * what a run may be made of.
 */
package org.motifworks.trainer.dataset;
