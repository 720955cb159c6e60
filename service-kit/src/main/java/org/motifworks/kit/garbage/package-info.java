/** Finds artifacts that nothing refers to any more, and frees their space. */
package org.motifworks.kit.garbage;
