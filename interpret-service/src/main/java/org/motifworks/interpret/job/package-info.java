/**
 * Interprets each model that is trained: hears {@code ModelTrained}, makes the artifact, tells
 * {@code InterpretationReady} or {@code InterpretationFailed}, and only then acknowledges. Without
 * a database nothing is remembered; a repeat finds the artifact and tells the same again.
 */
package org.motifworks.interpret.job;
