package org.motifworks.trainer.retraining;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.motifworks.trainer.dataset.KnownDataset;

/**
 * What is known of a series with a policy and no cycle under way, at one moment of the database's
 * clock.
 *
 * @param waiting kinds of the triggers nobody has served
 * @param newestData when the latest of those of kind DATASET came
 * @param scheduledFrom when the last cycle began, or when the policy was set if that is later
 * @param dataset the newest one the policy wants; absent when there is none
 * @param newRecords sequences it has more than that of the newest version
 * @param runsToday started since midnight UTC
 */
record Standing(
    Instant now,
    Set<Trigger.Kind> waiting,
    Optional<Instant> newestData,
    Instant scheduledFrom,
    Optional<KnownDataset> dataset,
    long newRecords,
    int runsToday) {}
