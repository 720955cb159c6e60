/** Ids of everything that has one. */
package org.motifworks.kit.id;
