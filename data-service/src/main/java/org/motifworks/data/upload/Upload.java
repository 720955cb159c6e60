package org.motifworks.data.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.motifworks.kit.problem.Problem;

/**
 * A multipart request: JSON in the part {@code request}, and files.
 *
 * @param request text of that part
 * @param files where the server put each file, by the name its sender gave it
 */
public record Upload(String request, Map<String, Path> files) {

  static final String REQUEST = "request";

  /**
   * Takes the parts of a request.
   *
   * @throws Problem {@code upload.request-missing}, {@code upload.file-name}, {@code
   *     upload.file-twice}
   */
  public static Upload of(MultipartFormDataInput input) throws IOException {
    Optional<String> request = Optional.empty();
    Map<String, Path> files = new TreeMap<>();
    for (Map.Entry<String, java.util.Collection<FormValue>> part : input.getValues().entrySet()) {
      for (FormValue value : List.copyOf(part.getValue())) {
        if (part.getKey().equals(REQUEST)) {
          request = Optional.of(text(value));
        } else if (value.isFileItem()) {
          add(files, name(part.getKey(), value), value.getFileItem().getFile());
        }
      }
    }
    return new Upload(request.orElseThrow(Upload::withoutRequest), files);
  }

  private static String text(FormValue value) throws IOException {
    // curl's -F request=@file.json sends it as a file.
    return value.isFileItem() ? Files.readString(value.getFileItem().getFile()) : value.getValue();
  }

  private static String name(String part, FormValue value) {
    String name = value.getFileName();
    return name == null || name.isBlank() ? part : name;
  }

  private static void add(Map<String, Path> files, String name, Path path) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")) {
      throw new Problem(
          422,
          "upload.file-name",
          "Not a name for an uploaded file",
          "'" + name + "' cannot be the name of an uploaded file.",
          "Use letters, digits, '.', '_' and '-', beginning with a letter or digit.");
    }
    if (files.put(name, path) != null) {
      throw new Problem(
          422,
          "upload.file-twice",
          "A file sent twice",
          "Two parts are called '" + name + "'.",
          "Give each file a name of its own.");
    }
  }

  private static Problem withoutRequest() {
    return new Problem(
        422,
        "upload.request-missing",
        "An upload without a request",
        "There is no part called '" + REQUEST + "'.",
        "Add one with the JSON {\"name\": ..., \"source\": ...}.");
  }
}
