package dev.taskmaster.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.taskmaster.executor.nodes.NodeKindWork;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.taskmaster.executor");

  @Test
  void theRulesGuardPackagesThatExist() {
    for (var name : List.of("nodes", "context", "change", "project", "adapter")) {
      assertThat(CLASSES.stream().map(type -> type.getPackageName()))
          .as(name)
          .contains("dev.taskmaster.executor." + name);
    }
  }

  @Test
  void featuresAreFreeOfFrameworksAndOfAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..adapter..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "io.smallrye..", "org.apache.kafka..", "..adapter..")
        .check(CLASSES);
  }

  @Test
  void aKindIsOneFinalClassAmongTheNodes() {
    classes()
        .that()
        .implement(NodeKindWork.class)
        .should()
        .resideInAPackage("dev.taskmaster.executor.nodes")
        .andShould()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes().should().haveNameNotMatching(".*(Impl|Manager|Utils?|Helper)").check(CLASSES);
  }
}
