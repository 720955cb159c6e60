package org.motifworks.standalone.terminal;

/** ANSI colours by meaning; without colours every text stays as it is. */
public record Style(boolean colours) {

  private static final String ESCAPE = "\u001b[";

  public String strong(String text) {
    return wrap("1", text);
  }

  public String faint(String text) {
    return wrap("2", text);
  }

  public String good(String text) {
    return wrap("32", text);
  }

  public String attention(String text) {
    return wrap("33", text);
  }

  public String bad(String text) {
    return wrap("31", text);
  }

  public String link(String text) {
    return wrap("36", text);
  }

  /** The colour of a job's or process's state. */
  public String state(String state) {
    return switch (state) {
      case "READY", "SUCCEEDED", "ready" -> good(state);
      case "FAILED", "CANCELLED", "failed", "gone" -> bad(state);
      case "RETIRED", "DELETED", "stopped" -> faint(state);
      default -> attention(state);
    };
  }

  /** Characters a reader sees: without colour codes. */
  static int visibleLength(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "").codePoints().map(c -> 1).sum();
  }

  private String wrap(String code, String text) {
    return colours && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
