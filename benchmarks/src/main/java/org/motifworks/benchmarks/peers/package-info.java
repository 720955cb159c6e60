/** What {@code bench} measures, beside the Python libraries that a user would pick instead. */
package org.motifworks.benchmarks.peers;
