/**
 * The artifact of an interpretation: made by {@link
 * org.motifworks.interpret.interpretation.Interpreter}, a function of model, dataset and settings,
 * and found again by {@link org.motifworks.interpret.interpretation.Interpretations}.
 */
package org.motifworks.interpret.interpretation;
