package org.motifworks.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The science stays plain Java, so that anything can be built on it. */
class MotifCoreArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.motifworks.core");

  @Test
  void core_dependsOnTheJdkAndJacksonAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "jdk.incubator.vector..", "com.fasterxml.jackson..", "org.motifworks.core..")
        .check(CORE);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.motifworks.core.(**)").should().beFreeOfCycles().check(CORE);
  }
}
