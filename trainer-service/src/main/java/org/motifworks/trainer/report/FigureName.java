package org.motifworks.trainer.report;

/**
 * A figure there is.
 *
 * @param name in its address: letters, digits, dots, hyphens and underscores
 * @param title as text
 */
public record FigureName(String name, String title) {}
