package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready. */
final class ReadinessProbe {

  private static final int TIMEOUT_MILLIS = 2000;

  private ReadinessProbe() {}

  static boolean answers(URI uri) {
    HttpURLConnection connection = null;
    try {
      connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    } finally {
      if (connection != null) connection.disconnect();
    }
  }
}
