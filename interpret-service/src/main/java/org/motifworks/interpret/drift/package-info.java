/**
 * How far what is scored has moved from what the model was trained on, measured in passing. Start
 * at {@link org.motifworks.interpret.drift.DriftMonitor}, which every way of scoring tells.
 */
package org.motifworks.interpret.drift;
