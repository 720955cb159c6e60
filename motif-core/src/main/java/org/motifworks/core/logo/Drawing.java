package org.motifworks.core.logo;

/** Something drawn in SVG that can stand beside others in one document. */
public interface Drawing {

  /** Width in SVG units. */
  double width();

  /** Height in SVG units. */
  double height();

  /**
   * Its elements, with its origin in the upper left corner, for a document that has {@link
   * SequenceLogo#defs()} already.
   */
  String toGroup();
}
