/**
 * In-silico mutagenesis: {@link org.motifworks.interpret.mutagenesis.Mutagenesis} scores every
 * single substitution of a sequence.
 */
package org.motifworks.interpret.mutagenesis;
