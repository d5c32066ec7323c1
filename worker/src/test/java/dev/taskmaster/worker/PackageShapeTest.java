package dev.taskmaster.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.taskmaster.worker");

  @Test
  void theRulesGuardPackagesThatExist() {
    for (var name : List.of("", ".model", ".prompts", ".adapter")) {
      assertThat(CLASSES.stream().map(type -> type.getPackageName()))
          .as("worker%s", name)
          .contains("dev.taskmaster.worker" + name);
    }
  }

  @Test
  void onlyAdaptersKnowKafkaAndHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..adapter..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "..worker.adapter..")
        .check(CLASSES);
  }

  @Test
  void theLibraryIsFreeOfFrameworks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes().should().haveNameNotMatching(".*(Impl|Manager|Utils?|Helper)").check(CLASSES);
  }
}
