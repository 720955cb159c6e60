/**
 * How variants are scored: as pairs of records that a score stream takes ({@link
 * org.motifworks.contracts.variant.VariantRecords}), of which the answer ({@link
 * org.motifworks.contracts.variant.VariantScores}) becomes a table ({@link
 * org.motifworks.contracts.variant.VariantTable}).
 */
package org.motifworks.contracts.variant;
