package org.motifworks.core.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.motifworks.core.logo.SequenceLogo;

/** What all pages have in common: the look, and the letters that their logos refer to. */
public final class Page {
  private static final String STYLE = resource(Page.class, "page.css");

  private Page() {}

  /**
   * The document up to its first section.
   *
   * @param title as HTML
   * @param style of this kind of page, after the common one
   */
  public static String open(String title, String style) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title
        + "</title>\n<style>\n"
        + STYLE
        + style
        + "</style>\n</head>\n<body>\n"
        + "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\">"
        + SequenceLogo.defs()
        + "</svg>\n<main>\n";
  }

  /**
   * The end of the document.
   *
   * @param script run when all is there; may be empty
   */
  public static String close(String script) {
    String element = script.isEmpty() ? "" : "<script>\n" + script + "</script>\n";
    return "</main>\n" + element + "</body>\n</html>\n";
  }

  /** A text file beside a class. */
  public static String resource(Class<?> beside, String file) {
    try (InputStream bytes = beside.getResourceAsStream(file)) {
      if (bytes == null) throw new IllegalStateException("Missing from this build: " + file);
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
