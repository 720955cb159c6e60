/**
 * The Open Inference Protocol, version 2, over HTTP with JSON and the binary tensor extension, so
 * that clients of KServe and Triton work. Start at {@link
 * org.motifworks.interpret.openinference.OpenInferenceResource}.
 */
package org.motifworks.interpret.openinference;
