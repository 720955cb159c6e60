/**
 * Reading large byte arrays from MATLAB files in cells, never whole: version 7.3 is HDF5, read with
 * jhdf; for version 5 the libraries there are read a variable whole, up to 2 GB, so {@link
 * org.motifworks.data.mat.Mat5Array} reads it itself. Start at {@link
 * org.motifworks.data.mat.MatFile}.
 */
package org.motifworks.data.mat;
