package org.motifworks.kit.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.id.Ids;

/**
 * Artifacts in a folder of one file system: {@code <root>/<key>/}, stagings in {@code
 * <root>/.staging/}.
 */
public final class FolderArtifactStore implements ArtifactStore {

  // No key starts with a dot, so these never collide with an artifact.
  private static final String STAGING = ".staging";
  private static final String TRASH = ".trash";

  private final Path root;
  private final Set<ArtifactRef> verified = ConcurrentHashMap.newKeySet();

  /**
   * @param root made when it does not exist
   */
  public FolderArtifactStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.root.resolve(STAGING));
      Files.createDirectories(this.root.resolve(TRASH));
    } catch (IOException e) {
      throw new StoreUnavailable("the artifact folder " + this.root + " cannot be used", e);
    }
  }

  Path folderOf(String key) {
    Path folder = root.resolve(ArtifactRef.requireKey(key)).normalize();
    if (!folder.startsWith(root)) throw new IllegalArgumentException("not an artifact key: " + key);
    return folder;
  }

  @Override
  public Staging stage(String key) {
    folderOf(key);
    Path folder = root.resolve(STAGING).resolve(Ids.next());
    try {
      return new FolderStaging(this, key, Files.createDirectories(folder));
    } catch (IOException e) {
      throw StoreUnavailable.orFull(key + " cannot be staged", e);
    }
  }

  @Override
  public Artifact open(ArtifactRef ref) {
    Manifest manifest = manifest(ref);
    Path folder = folderOf(ref.key());
    if (verified.contains(ref)) return new Artifact(ref, folder, manifest);
    try {
      for (Manifest.Entry file : manifest.files()) verify(ref, folder, file);
    } catch (NoSuchFileException e) {
      throw ArtifactProblems.missing(ref);
    } catch (IOException e) {
      throw new StoreUnavailable(ref.key() + " cannot be read", e);
    }
    verified.add(ref);
    return new Artifact(ref, folder, manifest);
  }

  @Override
  public Manifest manifest(ArtifactRef ref) {
    try {
      byte[] bytes = Files.readAllBytes(folderOf(ref.key()).resolve(Manifest.FILE_NAME));
      if (!Hashing.sha256(bytes).equals(ref.manifestSha256())) {
        throw ArtifactProblems.corrupt(ref, "its manifest.json has another hash");
      }
      return Json.mapper().readValue(bytes, Manifest.class);
    } catch (NoSuchFileException e) {
      throw ArtifactProblems.missing(ref);
    } catch (IOException e) {
      throw new StoreUnavailable(ref.key() + " cannot be read", e);
    }
  }

  @Override
  public Artifact verify(ArtifactRef ref) {
    verified.remove(ref);
    return open(ref);
  }

  private static void verify(ArtifactRef ref, Path folder, Manifest.Entry file) throws IOException {
    Path path = folder.resolve(file.path());
    if (!Files.isRegularFile(path)) {
      throw ArtifactProblems.corrupt(ref, "its file " + file.path() + " is missing");
    }
    if (Files.size(path) != file.bytes()) {
      throw ArtifactProblems.corrupt(
          ref, file.path() + " has " + Files.size(path) + " bytes instead of " + file.bytes());
    }
    if (!Hashing.sha256(path).equals(file.sha256())) {
      throw ArtifactProblems.corrupt(ref, file.path() + " has another hash");
    }
  }

  @Override
  public Optional<ArtifactRef> find(String key) {
    try {
      byte[] manifest = Files.readAllBytes(folderOf(key).resolve(Manifest.FILE_NAME));
      return Optional.of(new ArtifactRef(key, Hashing.sha256(manifest)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreUnavailable(key + " cannot be looked up", e);
    }
  }

  @Override
  public List<StoredArtifact> list(String prefix) {
    List<StoredArtifact> found = new ArrayList<>();
    try {
      list(folderOf(prefix), found);
    } catch (IOException e) {
      throw new StoreUnavailable("what is below " + prefix + " cannot be listed", e);
    }
    return found;
  }

  private void list(Path folder, List<StoredArtifact> found) throws IOException {
    List<Path> below;
    try (Stream<Path> entries = Files.list(folder)) {
      below = entries.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException e) {
      return; // nothing was stored there yet, or it was just deleted
    }
    for (Path one : below) {
      Optional<StoredArtifact> artifact = stored(one);
      if (artifact.isPresent()) found.add(artifact.get());
      else list(one, found);
    }
  }

  private Optional<StoredArtifact> stored(Path folder) throws IOException {
    Path manifest = folder.resolve(Manifest.FILE_NAME);
    String key = root.relativize(folder).toString().replace('\\', '/');
    try {
      Instant committed = Files.getLastModifiedTime(manifest).toInstant();
      return Optional.of(new StoredArtifact(key, bytes(manifest), committed));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static long bytes(Path manifest) throws IOException {
    try {
      Manifest read = Json.mapper().readValue(Files.readAllBytes(manifest), Manifest.class);
      return read.files().stream().mapToLong(Manifest.Entry::bytes).sum();
    } catch (JsonProcessingException damaged) {
      return 0; // it is still an artifact, and its files cannot be trusted
    }
  }

  @Override
  public void delete(String key) {
    Path folder = folderOf(key);
    Path trash = root.resolve(TRASH).resolve(Ids.next());
    try {
      if (!Files.exists(folder.resolve(Manifest.FILE_NAME))) return;
      Files.move(folder, trash, StandardCopyOption.ATOMIC_MOVE);
      verified.removeIf(ref -> ref.key().equals(key));
      DurableFiles.deleteTree(trash);
    } catch (NoSuchFileException e) {
      return; // someone else was faster
    } catch (IOException e) {
      throw new StoreUnavailable(key + " was not deleted", e);
    }
  }

  @Override
  public int sweepStagings(Duration age) {
    Instant before = Instant.now().minus(age);
    int swept = 0;
    try {
      for (String place : new String[] {STAGING, TRASH}) {
        try (var folders = Files.list(root.resolve(place))) {
          for (Path folder : folders.toList()) {
            if (lastWritten(folder).isAfter(before)) continue;
            DurableFiles.deleteTree(folder);
            swept++;
          }
        }
      }
      return swept;
    } catch (IOException e) {
      throw new StoreUnavailable("stagings were not swept", e);
    }
  }

  private static Instant lastWritten(Path folder) throws IOException {
    Instant newest = Instant.MIN;
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (written.isAfter(newest)) newest = written;
      }
    }
    return newest;
  }
}
