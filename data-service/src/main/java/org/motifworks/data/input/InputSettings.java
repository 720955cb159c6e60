package org.motifworks.data.input;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which files of this machine people may name in a request. */
@ConfigMapping(prefix = "motifworks.input")
public interface InputSettings {

  /** Folders below which files may be read; without them every file must be uploaded. */
  Optional<List<Path>> folders();
}
