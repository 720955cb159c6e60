/**
 * What passes between trainer-service and the child process of one training attempt: the
 * specification file given to it, the lines it prints, its exit codes and its environment. No DJL
 * here.
 */
package org.motifworks.contracts.training;
