package io.github.openhands4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * Modules depend one way: model, core, then both clients, then the adapter. The simulator stands by
 * itself.
 */
@AnalyzeClasses(packages = "io.github.openhands4j", importOptions = ProductClasses.class)
class ModulesTest {

  private static final String ROOT = "io.github.openhands4j";

  private static ArchRule independent(String part, String because, String... of) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + part)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of)
        .because(because);
  }

  @ArchTest
  static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".model..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              ROOT + ".model..",
              "java..",
              "javax.annotation.processing..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..",
              "io.soabase.recordbuilder..")
          .because("data types are shared by everything and must bring nothing along");

  @ArchTest
  static final ArchRule CORE_KNOWS_NO_CLIENT =
      independent(
          ".core..",
          "both clients stand on it",
          ROOT + ".v1..",
          ROOT + ".v0..",
          ROOT + ".compat..");

  @ArchTest
  static final ArchRule V1_KNOWS_NOTHING_OF_V0 =
      independent(
          ".v1..",
          "the V0 half is to be deleted one day and nothing else changes then",
          ROOT + ".v0..",
          ROOT + ".model.v0..",
          ROOT + ".compat..");

  @ArchTest
  static final ArchRule V0_KNOWS_NOTHING_OF_V1 =
      independent(
          ".v0..",
          "old applications must be able to use it without the V1 client",
          ROOT + ".v1..",
          ROOT + ".model.v1..",
          ROOT + ".compat..");

  @ArchTest
  static final ArchRule ADAPTER_IS_USED_BY_NOBODY =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".compat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".compat..")
          .because("it is found on the class path, and left away it must not be missed");

  @ArchTest static final ArchRule V1_INTERNALS_STAY_IN_V1 = kept(".v1");

  @ArchTest static final ArchRule COMPAT_INTERNALS_STAY_IN_COMPAT = kept(".compat");

  private static ArchRule kept(String part) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + part + ".internal..")
        .because("what is internal may change in any release");
  }

  @ArchTest
  static final ArchRule V0_INTERNALS_ARE_SHARED_WITH_THE_ADAPTER_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".v0..", ROOT + ".compat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".v0.internal..")
          .because("only the other V0 backend has to follow the same rules");

  @ArchTest
  static final ArchRule SIMULATOR_SHARES_NOTHING_WITH_THE_CLIENTS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".simulator..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(not(resideInAPackage(ROOT + ".simulator..")))
                  .as("classes of the other modules"))
          .because("a mistake in the clients' models must not agree with itself");

  @ArchTest
  static final ArchRule SIMULATOR_IS_FOR_TESTS_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".simulator..")
          .because("it brings a web server along");

  @ArchTest
  static final ArchRule ONLY_THE_EXTENSION_NEEDS_JUNIT =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".simulator.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.opentest4j..")
          .because("it is an optional dependency of one artifact");

  @ArchTest
  static void noPackageIsSplitBetweenModules(JavaClasses classes) {
    Map<String, Set<String>> homes =
        classes.stream()
            .filter(type -> type.getSource().isPresent())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName,
                    Collectors.mapping(ModulesTest::home, Collectors.toCollection(TreeSet::new))));

    Assertions.assertThat(homes.values().stream().flatMap(Set::stream).distinct())
        .as("modules found")
        .hasSize(6);
    Assertions.assertThat(homes)
        .allSatisfy(
            (name, modules) ->
                Assertions.assertThat(List.copyOf(modules))
                    .as("modules with classes in %s, which the module path forbids", name)
                    .hasSize(1));
  }

  /** The directory or jar a class was read from. */
  private static String home(JavaClass type) {
    String source = type.getSource().orElseThrow().getUri().toString();
    return source.substring(0, source.length() - path(type).length());
  }

  private static String path(JavaClass type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
