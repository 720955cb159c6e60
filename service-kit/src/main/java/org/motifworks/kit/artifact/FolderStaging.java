package org.motifworks.kit.artifact;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;

/** A folder beside the artifacts that becomes one by being renamed. */
final class FolderStaging implements Staging {

  private final FolderArtifactStore store;
  private final String key;
  private final Path folder;
  private boolean committed;

  FolderStaging(FolderArtifactStore store, String key, Path folder) {
    this.store = store;
    this.key = key;
    this.folder = folder;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public ArtifactRef commit(String kind) {
    if (committed) throw new IllegalStateException(key + " is already committed");
    try {
      byte[] manifest = Json.mapper().writeValueAsBytes(Manifest.of(kind, entries()));
      DurableFiles.write(folder.resolve(Manifest.FILE_NAME), manifest);
      DurableFiles.forceFolders(folder);
      ArtifactRef ref = new ArtifactRef(key, Hashing.sha256(manifest));
      publish(ref);
      committed = true;
      return ref;
    } catch (IOException e) {
      throw StoreUnavailable.orFull(key + " was not committed", e);
    }
  }

  private List<Manifest.Entry> entries() throws IOException {
    List<Manifest.Entry> entries = new ArrayList<>();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted().toList()) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) continue;
        String name = folder.relativize(path).toString().replace('\\', '/');
        requireLegal(path, name);
        DurableFiles.force(path);
        entries.add(new Manifest.Entry(name, Files.size(path), Hashing.sha256(path)));
      }
    }
    return entries;
  }

  private void requireLegal(Path path, String name) {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw ArtifactProblems.illegalFile(key, name, "is no regular file");
    }
    if (name.equals(Manifest.FILE_NAME)) {
      throw ArtifactProblems.illegalFile(key, name, "is written by the store");
    }
    try {
      ArtifactRef.requireKey(name);
    } catch (IllegalArgumentException e) {
      throw ArtifactProblems.illegalFile(key, name, "has a name that is no key");
    }
  }

  /** A folder with a manifest cannot be renamed onto: the first to come wins. */
  private void publish(ArtifactRef ref) throws IOException {
    Path target = store.folderOf(key);
    Files.createDirectories(target.getParent());
    try {
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceFolder(target.getParent());
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      requireSame(ref);
    } catch (FileSystemException e) {
      // Some file systems have no exception of their own for a target that is there.
      if (store.find(key).isEmpty()) throw e;
      requireSame(ref);
    }
  }

  private void requireSame(ArtifactRef ref) {
    Optional<ArtifactRef> there = store.find(key);
    if (there.isEmpty() || !there.get().equals(ref)) throw ArtifactProblems.conflict(key);
  }

  @Override
  public void close() {
    try {
      DurableFiles.deleteTree(folder); // gone already when it became the artifact
    } catch (IOException e) {
      throw new StoreUnavailable("the staging of " + key + " was not removed", e);
    }
  }
}
