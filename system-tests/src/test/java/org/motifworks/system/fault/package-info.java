/**
 * The running system under faults drawn from seeds: processes killed and paused, events poisoned
 * and repeated, a full disk, two trainers on one queue. Start at {@link
 * org.motifworks.system.fault.FaultScheduleST}.
 */
package org.motifworks.system.fault;
