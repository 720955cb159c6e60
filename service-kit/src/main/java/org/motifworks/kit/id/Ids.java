package org.motifworks.kit.id;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Makes ULIDs: 26 characters that sort by the time they were made, also within a millisecond. */
public final class Ids {

  private Ids() {}

  public static String next() {
    return UlidCreator.getMonotonicUlid().toString();
  }

  public static boolean isId(String text) {
    return Ulid.isValid(text);
  }
}
