/**
 * What every import looks at: whether there is something to learn ({@link
 * org.motifworks.data.check.ClassBalance}), and what deserves a warning ({@link
 * org.motifworks.data.check.Tally}).
 */
package org.motifworks.data.check;
