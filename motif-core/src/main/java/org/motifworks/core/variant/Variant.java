package org.motifworks.core.variant;

/**
 * One alternative allele at one place of a genome, as its file tells it.
 *
 * @param position of the reference allele's first letter, 1-based
 * @param id {@code .} where it has none
 * @param reference letters, of any case
 * @param alternative letters of any case, or what stands for no sequence, such as {@code <DEL>}
 */
public record Variant(
    String chromosome, long position, String id, String reference, String alternative) {}
