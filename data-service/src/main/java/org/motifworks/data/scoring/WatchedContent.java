package org.motifworks.data.scoring;

import java.io.IOException;
import java.io.OutputStream;
import org.motifworks.contracts.http.DuplexExchange;

/** Content sent by another thread, with what became of it. */
final class WatchedContent implements DuplexExchange.Content {

  private final DuplexExchange.Content content;
  private volatile RuntimeException failure;

  WatchedContent(DuplexExchange.Content content) {
    this.content = content;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      content.writeTo(out);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  /** Throws what the content itself failed by, which its receiver cannot know. */
  void rethrow() {
    RuntimeException failed = failure;
    if (failed != null) throw failed;
  }
}
