/** What an experiment's time goes to, by the rows of its runs. */
package org.motifworks.benchmarks.experiment;
