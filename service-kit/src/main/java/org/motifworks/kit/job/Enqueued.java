package org.motifworks.kit.job;

/**
 * The answer to {@link JobQueue#enqueue}.
 *
 * @param id of the job
 * @param created false when the same was asked before: its id comes back and nothing was stored
 */
public record Enqueued(String id, boolean created) {}
