/**
 * What a model was made from, back to the settings and files its dataset came from, and whether the
 * same again gives the same. Start at {@link org.motifworks.trainer.provenance.Traces}.
 */
package org.motifworks.trainer.provenance;
