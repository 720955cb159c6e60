package org.motifworks.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of a program of one class, made and used by real JVMs. */
class ClassArchiveTest {

  /** The program. */
  public static final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
      System.out.println("Hello");
    }
  }

  @TempDir Path folder;
  private final List<String> reports = new ArrayList<>();
  private ClassArchive archive;
  private List<String> jvm;

  @BeforeEach
  void program() throws IOException {
    Path jar = folder.resolve("greeting.jar");
    String file = Greeting.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream bytes = Greeting.class.getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new JarEntry(file));
      out.write(bytes.readAllBytes());
    }
    touch(jar, Instant.now().minusSeconds(60));
    archive = new ClassArchive(folder, "greeting", List.of(jar));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    jvm = List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-cp", jar.toString());
  }

  @Test
  void madeFromWhatAProgramNoted_itsClassesComeFromTheArchive() throws Exception {
    assertThat(archive.use()).isEmpty();
    make();

    assertThat(archive.isFresh()).isTrue();
    assertThat(run("-Xlog:class+load"))
        .containsPattern("ClassArchiveTest\\$Greeting source: shared objects file");
    assertThat(run()).isEqualTo("Hello\n");
  }

  @Test
  void anArchiveOlderThanItsJar_isNotOffered_andIsNothingToTheJvm() throws Exception {
    make();
    List<String> flags = archive.use();
    touch(archive.jars().get(0), Instant.now().plusSeconds(60));

    assertThat(archive.isFresh()).isFalse();
    assertThat(archive.use()).isEmpty();
    assertThat(run(flags)).isEqualTo("Hello\n");
  }

  @Test
  void aBrokenArchive_isNothingToTheJvm() throws Exception {
    Files.writeString(archive.file(), "half an archive");

    assertThat(archive.use()).isNotEmpty();
    assertThat(run()).isEqualTo("Hello\n");
  }

  @Test
  void withoutNotes_itIsSaid_andNothingStays() throws Exception {
    maker().makeAll();

    assertThat(reports).singleElement().asString().startsWith("no class archive of greeting: ");
    assertThat(folder).isDirectoryNotContaining("glob:**.{part,list,jsa}");
  }

  @Test
  void closed_makesNothing() throws Exception {
    run(archive.note());
    ArchiveMaker maker = maker();
    maker.close();
    maker.makeAll();

    assertThat(archive.file()).doesNotExist();
  }

  private void make() throws Exception {
    assertThat(run(archive.note())).isEqualTo("Hello\n");
    maker().makeAll();
    assertThat(reports).singleElement().asString().contains("greeting is made");
  }

  private ArchiveMaker maker() {
    return new ArchiveMaker(List.of(new ArchiveMaker.Order(archive, jvm)), reports::add);
  }

  private String run(String... more) throws Exception {
    List<String> flags = new ArrayList<>(archive.use());
    flags.addAll(Arrays.asList(more));
    return run(flags);
  }

  private String run(List<String> flags) throws Exception {
    List<String> command = new ArrayList<>(jvm);
    command.addAll(flags);
    command.add(Greeting.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static void touch(Path file, Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
