package io.github.openhands4j.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.openhands4j.core.internal.limits.SharedLimitsRegistry;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What may know whom in this module. */
@AnalyzeClasses(
    packages = "io.github.openhands4j.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ONLY_THE_TRANSPORT_KNOWS_OKHTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("..core.internal.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
          .because("requests leave by one door, which sends each at most once");

  @ArchTest
  static final ArchRule ONLY_THE_WIRING_KNOWS_FEIGN =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..core.internal.feign..", "..core.internal.http..", "..core.internal.resilience..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("feign..")
          .because("Feign's exceptions hold keys and bodies and must not come out");

  @ArchTest
  static final ArchRule ONLY_ONE_PLACE_REPEATS_CALLS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..core.internal.resilience..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.resilience4j..")
          .because("what may be repeated is decided in one place");

  @ArchTest
  static final ArchRule PUBLIC_TYPES_SHOW_NO_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("io.github.openhands4j.core")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "feign..",
              "com.fasterxml.jackson.databind..",
              "io.github.resilience4j..",
              "okhttp3..",
              "okio..")
          .because("users must not meet the libraries below in what they compile against");

  @ArchTest
  static final ArchRule NO_PROCESS_STATE_IS_CHANGED =
      noClasses()
          .should()
          .callMethod(System.class, "setProperty", String.class, String.class)
          .orShould()
          .callMethod(System.class, "setProperties", Properties.class)
          .because("a library must not change the process it lives in");

  @ArchTest
  static final ArchRule LOGGING_IS_SLF4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("users redirect one logging API");

  @ArchTest
  static final ArchRule WAITING_IS_THE_CLOCKS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TimeSource.class)
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class)
          .because("tests own the time");

  @ArchTest
  static final ArchRule CLIENTS_SHARE_TWO_THINGS_AND_NOTHING_ELSE =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .andShould(holdNoState())
          .because("two clients with two keys must never meet; what they share is in two places");

  /** A constant of a mutable type could be told by its use only, so types are forbidden. */
  private static ArchCondition<JavaField> holdNoState() {
    return new ArchCondition<>(
        "hold no state that changes, but for the registry of limits and the watch for interrupts") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean changes =
            type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(Reference.class)
                || MUTABLE.stream().anyMatch(type::isEquivalentTo)
                || SHARED.contains(type.getName());
        boolean allowed = SHARED.contains(type.getName()) && field.getOwner().equals(type);
        if (changes && !allowed) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds state"));
        }
      }
    };
  }

  private static final Set<String> SHARED =
      Set.of(
          SharedLimitsRegistry.class.getName(),
          "io.github.openhands4j.core.internal.http.InterruptWatch");

  private static final Set<Class<?>> MUTABLE =
      Set.of(HashMap.class, ArrayList.class, HashSet.class, ArrayDeque.class, Random.class);

  @ArchTest
  static final ArchRule EXCEPTIONS_ARE_OURS =
      classes()
          .that()
          .resideInAPackage("io.github.openhands4j.core")
          .and()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(OpenHandsException.class)
          .because("callers catch one root");
}
