package org.motifworks.kit.job;

import java.time.Duration;

/**
 * How {@link JobWorkers} work.
 *
 * @param slots jobs at once, at least 1
 * @param lease how long a silent worker keeps its job
 * @param pulse how often each job is looked at: the longest a cancellation waits
 * @param poll how often to look for jobs queued by another process
 * @param drain how long handlers may take to end once told
 */
public record WorkerSettings(
    int slots, Duration lease, Duration pulse, Duration poll, Duration drain) {

  public WorkerSettings {
    if (slots < 1) throw new IllegalArgumentException("slots is " + slots + ", at least 1");
    if (lease.compareTo(pulse.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException("lease " + lease + " is less than two pulses of " + pulse);
    }
  }

  /**
   * After so long without progress a job is not only lost, whoever does it hangs: twenty leases, 10
   * min by default.
   */
  Duration longestSilence() {
    return lease.multipliedBy(20);
  }

  /** Lease 30 s, pulse 2 s, poll 1 s, drain 20 s. */
  public static WorkerSettings slots(int slots) {
    return new WorkerSettings(
        slots,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(20));
  }
}
