/** Scores of a model that was made elsewhere: what training leaves of a model of ours. */
package org.motifworks.worker.score;
