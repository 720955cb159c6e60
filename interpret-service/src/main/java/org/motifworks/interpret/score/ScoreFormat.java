package org.motifworks.interpret.score;

/** How scores are written down. */
public enum ScoreFormat {
  NDJSON("application/x-ndjson"),
  TSV("text/tab-separated-values"),
  /** Apache Arrow's IPC streaming format. */
  ARROW("application/vnd.apache.arrow.stream");

  private final String mediaType;

  ScoreFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
