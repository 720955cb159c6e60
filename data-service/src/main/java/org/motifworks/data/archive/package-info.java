/** A whole artifact as one file to download. */
package org.motifworks.data.archive;
