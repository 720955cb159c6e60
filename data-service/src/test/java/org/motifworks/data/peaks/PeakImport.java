package org.motifworks.data.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;

/** An import of peaks in a temporary folder, told as a test would say it. */
final class PeakImport {

  private final Path folder;
  private final Map<String, InputFile> files = new LinkedHashMap<>();

  PeakImport(Path folder) {
    this.folder = folder;
  }

  PeakImport file(String name, String content) throws IOException {
    return file(name, Files.writeString(folder.resolve(name), content));
  }

  PeakImport file(String name, Path path) throws IOException {
    files.put(name, new InputFile(name, path, Files.size(path), "0".repeat(64)));
    return this;
  }

  DatasetDescription run(String settings) throws IOException {
    return run(settings, (done, total) -> {});
  }

  /** Runs with the {@code source} of a request, {@code kind} left out, quotes single. */
  DatasetDescription run(String settings, ImportProgress progress) throws IOException {
    String json = "{\"kind\":\"peaks\"," + settings.replace('\'', '"') + "}";
    PeaksSource source = (PeaksSource) Json.mapper().readValue(json, DatasetSource.class);
    source.validate();
    Files.createDirectories(out());
    return new PeaksImporter().run(source, files, out(), progress);
  }

  Dataset dataset() throws IOException {
    return Dataset.open(out());
  }

  Path out() {
    return folder.resolve("out");
  }
}
