package org.motifworks.data.fasta;

import java.util.Optional;
import org.motifworks.data.source.InputFile;

/**
 * A FASTA file of an import.
 *
 * @param labels of every sequence in it, shape {@code [classes]}; empty when a table knows them
 */
record FastaFile(InputFile input, Optional<byte[]> labels) {}
