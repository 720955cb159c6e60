package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.MultipartBody;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Step;

/** The files of a request: sent with it, or named by their path where the service can read them. */
final class FileArguments {

  private final boolean send;
  private final boolean mustExist;
  private final Map<String, Path> sent = new LinkedHashMap<>();

  private FileArguments(boolean send, boolean mustExist) {
    this.send = send;
    this.mustExist = mustExist;
  }

  /** Files that go with the request. */
  static FileArguments sent() {
    return new FileArguments(true, true);
  }

  /** Files that stay where they are; a system elsewhere has a disk of its own. */
  static FileArguments named(Session session) {
    return new FileArguments(false, session.remote().isEmpty());
  }

  /**
   * What the request calls the file.
   *
   * @throws CommandFailure when there is no such file here
   */
  String add(Path file) {
    if (mustExist && !Files.isReadable(file)) {
      throw new CommandFailure(ExitCode.REFUSED, "No such file", file.toString(), "");
    }
    if (!send) return file.toAbsolutePath().normalize().toString();
    String plain = file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "-");
    String name = plain.matches("[A-Za-z0-9].*") ? plain : "file" + plain;
    for (int n = 2; sent.containsKey(name); n++) name = n + "-" + plain;
    sent.put(name, file);
    return name;
  }

  /** Asks for the dataset and sees it through; the command's exit code. */
  int make(Session session, ObjectNode request, boolean detach) throws FileNotFoundException {
    Api api = session.api();
    JsonNode accepted = accepted(session, api, request);
    return new DatasetOutcome(session, api).tell(accepted, detach);
  }

  private JsonNode accepted(Session session, Api api, ObjectNode request)
      throws FileNotFoundException {
    if (sent.isEmpty()) return api.post("/v1/datasets", request, Optional.empty());
    try (Step step = Step.begin(session.terminal(), "upload")) {
      MultipartBody[] body = new MultipartBody[1];
      body[0] = new MultipartBody(done -> progress(step, done, body[0]));
      body[0].json("request", request.toString());
      for (Map.Entry<String, Path> file : sent.entrySet()) {
        body[0].file(file.getKey(), file.getKey(), file.getValue());
      }
      JsonNode accepted = api.upload("/v1/datasets", body[0]);
      step.succeed(sent.size() + " files, " + Amount.bytes(body[0].length()));
      return accepted;
    }
  }

  private static void progress(Step step, long done, MultipartBody body) {
    long kilobytes = 1000;
    step.update(done / kilobytes, Math.max(1, body.length() / kilobytes), "KB");
  }
}
