package org.motifworks.interpret.model;

/**
 * A model that cannot be loaded or run. {@link #code()} is stable: {@code model.corrupt} (the files
 * are not what they should be), those of {@link org.motifworks.inference.check.GraphRefused},
 * {@code model.load-late} (loading has passed its deadline), {@code model.loads-stuck} (so many
 * have that no more are begun), {@code inference.failed} (a sound model failed to run), {@code
 * device.missing} (the GPU asked for is not there).
 */
public final class InferenceException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  public InferenceException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public InferenceException(String code, String message) {
    this(code, message, null);
  }

  public String code() {
    return code;
  }
}
