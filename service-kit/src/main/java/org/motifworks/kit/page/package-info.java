/** Lists in pages, newest first. */
package org.motifworks.kit.page;
