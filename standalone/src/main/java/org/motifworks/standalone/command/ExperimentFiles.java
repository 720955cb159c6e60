package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Download;

/** Writes all that an experiment came to into a folder. */
final class ExperimentFiles {

  private static final Map<String, String> TABLES =
      Map.of(
          "results.json", "application/json",
          "results.csv", "text/csv",
          "results.tex", "application/x-tex");

  private ExperimentFiles() {}

  /** The address of an experiment. */
  static String path(String id) {
    return "/v1/experiments/" + Api.segment(id);
  }

  /** Its tables, {@code report.html}, and {@code figures/*.svg}. */
  static void write(Path folder, Api api, String id) {
    TABLES.forEach(
        (name, type) -> {
          String content = api.text(path(id) + "/results", type);
          try {
            TextOutput.toFile(folder.resolve(name), file -> file.append(content));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    Download.to(folder.resolve("report.html"), api, path(id) + "/report.html");
    for (JsonNode figure : api.get(path(id) + "/figures")) {
      String file = figure.path("name").asText() + ".svg";
      Path target = folder.resolve("figures").resolve(Path.of(file).getFileName());
      Download.to(target, api, path(id) + "/figures/" + Api.segment(file));
    }
  }
}
