package org.motifworks.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of docs/architecture.md: who may know whom. */
class ServiceBoundariesTest {

  private static final List<String> MODULES =
      List.of(
          "motif-core",
          "contracts",
          "service-kit",
          "data-service",
          "trainer-service",
          "interpret-service",
          "gateway",
          "training-worker",
          "standalone",
          "embedded");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream().map(module -> Path.of("..", module, "target", "classes")).toList());

  private static final List<String> SERVICES = List.of("data", "trainer", "interpret", "gateway");

  @Test
  void everyModule_wasRead() {
    for (String name :
        List.of(
            "core",
            "contracts",
            "kit",
            "data",
            "trainer",
            "interpret",
            "gateway",
            "worker",
            "standalone",
            "embedded")) {
      assertThat(
              CLASSES.stream()
                  .filter(type -> type.getPackageName().startsWith("org.motifworks." + name)))
          .as(name)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "trainer", "interpret", "gateway"})
  void service_knowsNoOtherService_andNoTestServers(String service) {
    String[] others =
        Stream.concat(
                SERVICES.stream().filter(name -> !name.equals(service)),
                Stream.of("standalone", "embedded", "worker"))
            .map(name -> "org.motifworks." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.motifworks." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @Test
  void theEngine_isKnownToTheWorkerAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.motifworks.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
  }

  @Test
  void contractsAndScience_knowNoFramework() {
    String[] frameworks = {
      "io.quarkus..",
      "jakarta..",
      "org.apache.kafka..",
      "ai.djl..",
      "ai.onnxruntime..",
      "io.smallrye.."
    };
    for (String module : Arrays.asList("core", "contracts", "worker")) {
      String[] foreign =
          module.equals("worker")
              ? new String[] {"io.quarkus..", "jakarta..", "org.apache.kafka.."}
              : frameworks;
      noClasses()
          .that()
          .resideInAPackage("org.motifworks." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(foreign)
          .check(CLASSES);
    }
  }

  @Test
  void kit_knowsNoService() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.motifworks.kit..",
            "org.motifworks.contracts..",
            "org.motifworks.core..",
            "org.motifworks.inference..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.motifworks.data..",
            "org.motifworks.trainer..",
            "org.motifworks.interpret..",
            "org.motifworks.gateway..",
            "org.motifworks.standalone..",
            "org.motifworks.embedded..")
        .check(CLASSES);
  }
}
