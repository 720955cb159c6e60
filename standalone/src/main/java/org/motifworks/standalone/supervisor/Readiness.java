package org.motifworks.standalone.supervisor;

import java.net.URI;

/** How a started process says that it is ready for work. */
public sealed interface Readiness {

  /** By a line on its standard output that starts so. */
  record Line(String prefix) implements Readiness {}

  /** By answering 200 to a GET. */
  record Http(URI uri) implements Readiness {}
}
