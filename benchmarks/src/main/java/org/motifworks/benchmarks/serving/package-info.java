/** How a running system serves under load, beside the same model in this process. */
package org.motifworks.benchmarks.serving;
