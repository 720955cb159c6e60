/**
 * The JSON files of a model folder: what was trained, from what, how well. Free of ids, times and
 * paths, so that the same inputs give the same bytes.
 */
package org.motifworks.contracts.model;
