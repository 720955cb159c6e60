/**
 * What an interpretation of a model says: {@code interpretation.json} of the artifact, which is
 * also the answer of {@code GET /v1/models/{ref}/interpretation}. Plain records; start at {@link
 * org.motifworks.contracts.interpretation.Interpretation}.
 */
package org.motifworks.contracts.interpretation;
