/**
 * What a trained model has learned and what it says: motifs of its filters, saliency, scores. By
 * feature: {@code model} runs graphs, {@code filter} and {@code saliency} look into them, {@code
 * interpretation} makes the artifact, {@code report} the page to show, {@code job} listens to
 * Kafka, {@code score} and {@code api} answer over HTTP.
 */
package org.motifworks.interpret;
