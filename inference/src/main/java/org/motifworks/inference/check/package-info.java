/**
 * What a graph must be like before ONNX Runtime sees it: operators on a list, nothing outside the
 * file, declared inputs and outputs, and sizes that follow from the graph alone. Start at {@link
 * org.motifworks.inference.check.GraphCheck}; what each operator may do stands in {@link
 * org.motifworks.inference.check.Operators}.
 */
package org.motifworks.inference.check;
