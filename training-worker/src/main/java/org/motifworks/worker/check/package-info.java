/**
 * Runs exported graphs in ONNX Runtime and compares them with the engine that trained them. Start
 * at {@link org.motifworks.worker.check.ExportCheck}.
 */
package org.motifworks.worker.check;
