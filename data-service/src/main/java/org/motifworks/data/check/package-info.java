/**
 * What every import looks at: whether there is something to learn ({@link
 * org.motifworks.data.check.ClassBalance}), what is there already ({@link
 * org.motifworks.data.check.BaseSequences}), and what deserves a warning ({@link
 * org.motifworks.data.check.Tally}).
 */
package org.motifworks.data.check;
