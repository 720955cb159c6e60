package org.motifworks.inference.check;

/**
 * A graph that must not be run. {@link #code()} is stable:
 *
 * <ul>
 *   <li>{@code model.corrupt}: no ONNX graph, or one that contradicts itself
 *   <li>{@code model.operator-not-allowed}: an operator, operator set or subgraph outside the list
 *   <li>{@code model.external-data}: tensors that lie in other files
 *   <li>{@code model.signature}: other inputs or outputs than asked for
 *   <li>{@code model.too-large}: file, nodes, memory or work above a bound
 * </ul>
 *
 * The message says which node or tensor, and what is allowed.
 */
public final class GraphRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_NAME = 80;

  private final String code;

  private GraphRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }

  static GraphRefused corrupt(String message) {
    return new GraphRefused("model.corrupt", message);
  }

  static GraphRefused operator(String message) {
    return new GraphRefused("model.operator-not-allowed", message);
  }

  static GraphRefused externalData(String tensor) {
    return new GraphRefused(
        "model.external-data",
        "the data of " + tensor + " lies outside the file; only data inside it is read");
  }

  static GraphRefused signature(String message) {
    return new GraphRefused("model.signature", message);
  }

  static GraphRefused tooLarge(String message) {
    return new GraphRefused("model.too-large", message);
  }

  /** The same with where it was found in front. */
  GraphRefused in(String place) {
    return new GraphRefused(code, place + ": " + getMessage());
  }

  /** A name out of a graph, fit for a message: short, without control characters, in quotes. */
  static String quoted(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    boolean fits = clean.length() <= LONGEST_NAME;
    return "'" + (fits ? clean : clean.substring(0, LONGEST_NAME) + "...") + "'";
  }
}
