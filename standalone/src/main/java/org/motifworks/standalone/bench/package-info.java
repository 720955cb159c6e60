/**
 * How fast this machine is: starts the measuring process and tells what it found. Start at {@link
 * org.motifworks.standalone.bench.BenchProcess}.
 */
package org.motifworks.standalone.bench;
