package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.ProblemException;
import org.motifworks.standalone.api.UnreachableException;
import org.motifworks.standalone.job.JobFailedException;
import org.motifworks.standalone.supervisor.StartFailedException;
import org.motifworks.standalone.terminal.Style;

/**
 * Any failure as an exit code and plain words: what is wrong, where, what to do.
 *
 * @param code for programs; such as {@code dataset.unknown}
 */
record FailureText(int exitCode, String code, String title, String detail, String action) {

  static FailureText of(Exception failure) {
    if (failure instanceof CommandFailure f) {
      return new FailureText(f.exitCode(), "command", f.title(), f.getMessage(), f.action());
    }
    if (failure instanceof ProblemException p) {
      int exit = p.status() >= 500 ? ExitCode.SERVICE_FAULT : ExitCode.REFUSED;
      return new FailureText(exit, p.code(), p.title(), p.detail(), p.action());
    }
    if (failure instanceof JobFailedException j) {
      return new FailureText(ExitCode.FAILED, "job.failed", j.title(), j.detail(), j.action());
    }
    if (failure instanceof UnreachableException) {
      return new FailureText(
          ExitCode.UNREACHABLE,
          "unreachable",
          "Motifworks cannot be reached",
          failure.getMessage(),
          "See ./motifworks status, and ./motifworks logs for what its processes say.");
    }
    if (failure instanceof StartFailedException) {
      return new FailureText(
          ExitCode.FAILED,
          "start.failed",
          "Motifworks did not start",
          failure.getMessage(),
          "See ./motifworks logs for more.");
    }
    return ofUnforeseen(failure);
  }

  private static FailureText ofUnforeseen(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    if (cause instanceof NoSuchFileException || cause instanceof java.io.FileNotFoundException) {
      return new FailureText(
          ExitCode.REFUSED, "file.missing", "No such file", cause.getMessage(), "");
    }
    String words = cause.getMessage() == null ? "" : cause.getMessage();
    return new FailureText(
        ExitCode.FAILED,
        "unforeseen",
        "That did not work (" + cause.getClass().getSimpleName() + ")",
        words,
        "If it looks like a fault of Motifworks, run it again with MOTIFWORKS_TRACE=1 and report"
            + " what it prints.");
  }

  String text(Style style) {
    StringBuilder text = new StringBuilder(style.bad("error: ") + style.strong(title) + "\n");
    if (!detail.isEmpty()) text.append("  ").append(detail.replace("\n", "\n  ")).append('\n');
    if (!action.isEmpty()) text.append("  → ").append(action).append('\n');
    return text.toString();
  }

  String json() {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("code", code).put("title", title).put("detail", detail).put("action", action);
    return node.toString();
  }
}
