package org.motifworks.data.fasta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;

/** A FASTA import in a temporary folder, told as a test would say it. */
final class Import {

  private static final ImportProgress UNHEARD = (done, total) -> {};

  private final Path folder;
  private final Map<String, InputFile> files = new LinkedHashMap<>();

  Import(Path folder) {
    this.folder = folder;
  }

  Import file(String name, String content) throws IOException {
    return file(name, Files.writeString(folder.resolve(name), content));
  }

  Import file(String name, Path path) throws IOException {
    files.put(name, new InputFile(name, path, Files.size(path), "0".repeat(64)));
    return this;
  }

  DatasetDescription run(String settings) throws IOException {
    return run(settings, UNHEARD);
  }

  /** Runs with the {@code source} of a request, {@code kind} left out. */
  DatasetDescription run(String settings, ImportProgress progress) throws IOException {
    FastaSource source = source(settings);
    return new FastaImporter().run(source, files, out(), progress);
  }

  static FastaSource source(String settings) throws IOException {
    String json = "{\"kind\":\"fasta\"," + settings.replace('\'', '"') + "}";
    FastaSource source = (FastaSource) Json.mapper().readValue(json, DatasetSource.class);
    source.validate();
    return source;
  }

  Dataset dataset() throws IOException {
    return Dataset.open(out());
  }

  Path out() {
    return folder.resolve("out");
  }
}
