/**
 * Artifacts as they cross a service boundary: a reference in an event, a manifest in the folder.
 * What lies inside a dataset, model or interpretation is described beside its own kind; {@code
 * docs/formats.md} shows all of them.
 */
package org.motifworks.contracts.artifact;
