package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/** {@code state.json}: replaced whole, so that a reader never sees half of it. */
public final class StateFile {

  private final Path file;

  public StateFile(Path file) {
    this.file = file;
  }

  /** What was last written; empty when nothing was or it is not readable as such. */
  public Optional<SystemStatus> read() {
    try {
      return Optional.of(Json.mapper().readValue(Files.readAllBytes(file), SystemStatus.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      // Another version's or a damaged file says nothing about what runs; the lock does.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  public void write(SystemStatus status) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.write(fresh, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(status));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
