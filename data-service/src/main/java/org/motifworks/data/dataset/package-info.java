/**
 * Datasets: asked for over REST, made by a worker, told as facts. {@link
 * org.motifworks.data.dataset.DatasetResource} is the door, {@link
 * org.motifworks.data.dataset.Datasets} the rules; entities stay in here.
 */
package org.motifworks.data.dataset;
