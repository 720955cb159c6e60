package org.motifworks.gateway.relay;

/** The services behind the door, under the names people know them by. */
public enum Service {
  DATA("data-service"),
  TRAINER("trainer-service"),
  INTERPRET("interpret-service");

  private final String label;

  Service(String label) {
    this.label = label;
  }

  /** The name in problem details, metrics and logs. */
  public String label() {
    return label;
  }
}
