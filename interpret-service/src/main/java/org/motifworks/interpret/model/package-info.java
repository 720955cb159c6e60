/**
 * Models in memory: {@link org.motifworks.interpret.model.InferenceSession} is what can be computed
 * with one, {@link org.motifworks.interpret.model.ModelCache} lends them out and closes them when
 * nobody uses them. Nothing else in the service touches ONNX Runtime.
 */
package org.motifworks.interpret.model;
