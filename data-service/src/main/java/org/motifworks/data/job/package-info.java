/**
 * What all long work of this service does alike: show progress, keep its lease, hash its inputs.
 */
package org.motifworks.data.job;
