package org.motifworks.data.source;

import java.util.regex.Pattern;

/** How a source names a file: one that came with the request, or one at the service. */
public final class SourceFile {

  private static final Pattern UPLOADED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private SourceFile() {}

  /** Whether it is the absolute path of a file at the service. */
  public static boolean isPath(String file) {
    return file.startsWith("/");
  }

  /** The last part of a path; an uploaded file's name is itself. */
  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /**
   * @throws SourceProblem {@code source.file-name} when it is neither
   */
  static void check(String file) {
    boolean plain = file.length() <= 4096 && file.chars().noneMatch(Character::isISOControl);
    if (isPath(file) && plain && !name(file).isEmpty()) return;
    checkUploaded(file);
  }

  /**
   * @throws SourceProblem {@code source.file-name} when no uploaded file can have this name
   */
  static void checkUploaded(String file) {
    if (UPLOADED.matcher(file).matches()) return;
    throw new SourceProblem(
        "source.file-name",
        "'" + file + "' cannot be the name of an uploaded file.",
        "Use letters, digits, '.', '_' and '-', beginning with a letter or digit.");
  }
}
