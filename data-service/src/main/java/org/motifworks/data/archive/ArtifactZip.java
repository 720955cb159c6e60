package org.motifworks.data.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.kit.artifact.Artifact;

/**
 * An artifact as a zip file, its manifest first, streamed: the same artifact gives the same bytes.
 * Files over 4 GiB are written as Zip64.
 */
public final class ArtifactZip {

  /** The earliest a zip file can say; any other time would differ between downloads. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArtifactZip() {}

  /** Writes to {@code out} and leaves it open. */
  public static void write(Artifact artifact, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    add(zip, artifact, Manifest.FILE_NAME);
    for (Manifest.Entry file : artifact.manifest().files()) add(zip, artifact, file.path());
    zip.finish();
    zip.flush();
  }

  private static void add(ZipOutputStream zip, Artifact artifact, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    Files.copy(artifact.folder().resolve(path), zip);
    zip.closeEntry();
  }
}
