/** The training worker's entry point. Start at {@link org.motifworks.worker.Main}. */
package org.motifworks.worker;
