package org.motifworks.trainer.registry;

/**
 * Where an imported model comes from, in place of a run and a dataset; when is when its row was
 * made.
 *
 * @param file name its sender gave it, for people
 * @param sha256 of the file's bytes
 * @param actor who sent it
 */
public record ImportOrigin(String file, String sha256, long bytes, String actor) {}
