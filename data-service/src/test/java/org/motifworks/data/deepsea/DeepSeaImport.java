package org.motifworks.data.deepsea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.DeepSeaSource;
import org.motifworks.data.source.InputFile;

/** An import of DeepSEA's files in a temporary folder, told as a test would say it. */
final class DeepSeaImport {

  static final Path FIXTURES = Path.of("src/test/resources/deepsea");

  private final Path folder;
  private final Map<String, InputFile> files = new LinkedHashMap<>();

  /** With the fixtures {@code train.mat}, {@code valid.mat} and {@code test.mat}. */
  DeepSeaImport(Path folder) throws IOException {
    this.folder = folder;
    for (String name : new String[] {"train.mat", "valid.mat", "test.mat"}) {
      file(name, FIXTURES.resolve(name));
    }
  }

  DeepSeaImport file(String name, Path path) throws IOException {
    files.put(name, new InputFile(name, path, Files.size(path), "0".repeat(64)));
    return this;
  }

  DeepSeaImport train(String fixture) throws IOException {
    return file("train.mat", FIXTURES.resolve(fixture));
  }

  /** Runs with the {@code classes} and whatever else, quotes single. */
  DatasetDescription run(String settings) throws IOException {
    String json =
        "{\"kind\":\"deepsea\",\"train\":\"train.mat\",\"validation\":\"valid.mat\","
            + "\"test\":\"test.mat\","
            + settings.replace('\'', '"')
            + "}";
    DeepSeaSource source = (DeepSeaSource) Json.mapper().readValue(json, DatasetSource.class);
    source.validate();
    Files.createDirectories(out());
    return new DeepSeaImporter().run(source, files, out(), (done, total) -> {});
  }

  Dataset dataset() throws IOException {
    return Dataset.open(out());
  }

  Path out() {
    return folder.resolve("out");
  }
}
