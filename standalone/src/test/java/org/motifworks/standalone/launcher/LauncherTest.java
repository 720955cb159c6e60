package org.motifworks.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.standalone.home.ProjectHome;

/** The launcher script in a project of its own, with a Maven and a Java that only note calls. */
class LauncherTest {

  /** Notes its arguments, and makes what archives it is asked for. */
  private static final String JAVA =
      """
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
      for argument; do
        echo "[$argument]"
        case $argument in -XX:SharedArchiveFile=*.part) : > "${argument#*=}" ;; esac
      done\
      """;

  @TempDir Path temporary;
  private Path home;
  private Path java;

  @BeforeEach
  void project() throws IOException {
    home = Files.createDirectories(temporary.resolve("a project"));
    java = temporary.resolve("jdk");
    Files.copy(ProjectHome.find().folder().resolve("motifworks"), home.resolve("motifworks"));
    Files.createDirectories(home.resolve("standalone/src/main"));
    Files.createDirectories(home.resolve("standalone/src/test"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("standalone/pom.xml"), "<project/>");
    executable(
        home.resolve("mvnw"), "echo \"$@\" >> builds; [ ! -e broken ] || { echo Oh; exit 1; }");
    Files.createDirectories(java.resolve("bin"));
    executable(java.resolve("bin/javac"), "exit 0");
    executable(java.resolve("bin/java"), JAVA);
    longAgo(home);
  }

  @Test
  void firstUse_builds_andPassesArgumentsOn() throws Exception {
    String said = run(home.resolve("motifworks"), "score", "a b.fa");

    assertThat(said)
        .contains("Building Motifworks; the first time takes some minutes")
        .contains("[-Dmotifworks.home=" + home + "]")
        .endsWith("[org.motifworks.standalone.Main]\n[score]\n[a b.fa]\n");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void unchangedSources_areNotBuiltAgain_changedOnesAre_testsDoNotCount() throws Exception {
    run(home.resolve("motifworks"));
    assertThat(run(home.resolve("motifworks"))).doesNotContain("Building");

    Files.writeString(home.resolve("standalone/src/test/ATest.java"), "class ATest {}");
    longAgo(home.resolve("standalone/src"));
    run(home.resolve("motifworks"));
    assertThat(builds()).hasSize(1);

    later(Files.writeString(home.resolve("standalone/src/main/A.java"), "class A {}"));
    assertThat(run(home.resolve("motifworks"))).contains("Sources changed");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void archiveOfClasses_isMadeByTheBuild_andAsked_butNotMissed() throws Exception {
    Path archive = home.resolve("standalone/target/cds/cli.jsa");
    run(home.resolve("motifworks"));
    assertThat(archive).exists();
    assertThat(run(home.resolve("motifworks"))).contains("[-XX:SharedArchiveFile=" + archive + "]");

    Files.delete(archive);
    assertThat(run(home.resolve("motifworks")))
        .doesNotContain("SharedArchiveFile")
        .doesNotContain("Building")
        .contains("[org.motifworks.standalone.Main]");
  }

  @Test
  void javasVersion_isReadFromItsReleaseFile_whereItHasOne() throws Exception {
    executable(java.resolve("bin/java"), "if [ \"$1\" != -version ]; then echo \"[$1]\"; fi");
    Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");

    assertThat(run(home.resolve("motifworks"))).contains("[-Xmx");
  }

  @Test
  void throughASymbolicLink_theProjectIsFound() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("mw"), home.resolve("motifworks"));

    assertThat(run(link)).contains("[-Dmotifworks.home=" + home + "]");
  }

  @Test
  void failedBuild_showsItsEnd_andIsTriedAgain() throws Exception {
    Files.writeString(home.resolve("broken"), "");
    assertThat(run(home.resolve("motifworks")))
        .contains("error: The build failed.")
        .contains("  Oh\n")
        .doesNotContain("[org.motifworks.standalone.Main]");

    Files.delete(home.resolve("broken"));
    assertThat(run(home.resolve("motifworks"))).contains("[org.motifworks.standalone.Main]");
  }

  @Test
  void runningSystem_isNotBuiltUnder() throws Exception {
    run(home.resolve("motifworks"));
    Path inUse = Files.createDirectories(home.resolve("standalone/target/in-use"));
    Files.writeString(inUse.resolve(Long.toString(ProcessHandle.current().pid())), "");
    Files.writeString(inUse.resolve("999999999"), "");
    later(Files.writeString(home.resolve("standalone/src/main/A.java"), "class A {}"));

    assertThat(run(home.resolve("motifworks"))).contains("runs from the last build");
    assertThat(builds()).hasSize(1);
  }

  private String run(Path launcher, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", java.toString());
    builder.directory(temporary.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(home.resolve("builds"));
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void longAgo(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(each, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }
}
