package org.motifworks.standalone.variant;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.reference.BlockCompressedIndexedFastaSequenceFile;
import htsjdk.samtools.reference.FastaSequenceIndex;
import htsjdk.samtools.reference.FastaSequenceIndexCreator;
import htsjdk.samtools.reference.FastaSequenceIndexEntry;
import htsjdk.samtools.reference.IndexedFastaSequenceFile;
import htsjdk.samtools.reference.ReferenceSequenceFile;
import htsjdk.samtools.reference.ReferenceSequenceFileFactory;
import htsjdk.samtools.util.IOUtil;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.variant.Reference;
import org.motifworks.core.variant.VariantProblem;

/**
 * A genome in a FASTA file, of which any part can be read. Uses the {@code .fai} beside it (and the
 * {@code .gzi} of a bgzip file); where a plain file has none, or an older one, it is read once to
 * know where its chromosomes lie. {@code chr8} and {@code 8} are one name. Not for several threads.
 */
public final class ReferenceGenome implements Reference, Closeable {

  private final ReferenceSequenceFile file;
  private final Map<String, FastaSequenceIndexEntry> chromosomes = new HashMap<>();

  private ReferenceGenome(ReferenceSequenceFile file, FastaSequenceIndex index) {
    this.file = file;
    for (FastaSequenceIndexEntry entry : index) {
      chromosomes.put(Chromosome.plainName(entry.getContig()), entry);
    }
  }

  /**
   * Opens a file.
   *
   * @throws GenomeFileProblem when it is no FASTA file, or compressed so that no part of it can be
   *     read
   */
  public static ReferenceGenome open(Path fasta) throws IOException {
    try {
      if (IOUtil.isBlockCompressed(fasta)) {
        FastaSequenceIndex index =
            new FastaSequenceIndex(ReferenceSequenceFileFactory.getFastaIndexFileName(fasta));
        return new ReferenceGenome(
            new BlockCompressedIndexedFastaSequenceFile(fasta, index), index);
      }
      if (isGzip(fasta)) {
        throw new GenomeFileProblem(
            fasta + " is compressed by gzip, of which no part can be read alone.",
            "Unpack it, or compress it with bgzip and index it with samtools faidx.");
      }
      FastaSequenceIndex index = index(fasta);
      return new ReferenceGenome(new IndexedFastaSequenceFile(fasta, index), index);
    } catch (SAMException | IllegalArgumentException e) {
      throw new GenomeFileProblem(
          fasta + ": " + e.getMessage(),
          "Give the genome as a FASTA file; samtools faidx makes an index for it.");
    }
  }

  @Override
  public String read(String chromosome, long start, int length) throws VariantProblem {
    FastaSequenceIndexEntry entry = chromosomes.get(Chromosome.plainName(chromosome));
    if (entry == null) throw VariantProblem.noChromosome(chromosome);
    long from = Math.max(0, start);
    long to = Math.min(entry.getSize(), start + length);
    if (from >= to) return "N".repeat(length);
    byte[] letters = file.getSubsequenceAt(entry.getContig(), from + 1, to).getBases();
    String middle = new String(letters, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    return "N".repeat((int) (from - start)) + middle + "N".repeat((int) (start + length - to));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static FastaSequenceIndex index(Path fasta) throws IOException {
    Path index = ReferenceSequenceFileFactory.getFastaIndexFileName(fasta);
    boolean current =
        Files.exists(index)
            && !Files.getLastModifiedTime(index)
                .toInstant()
                .isBefore(Files.getLastModifiedTime(fasta).toInstant());
    return current
        ? new FastaSequenceIndex(index)
        : FastaSequenceIndexCreator.buildFromFasta(fasta);
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }
}
