package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.compat.operations.V0Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No operation of V0 is without a test that runs, and that both backends pass. */
class V0OperationsAreTestedTest {

  private static final JavaClasses CONTRACT =
      new ClassFileImporter().importPackages("io.github.openhands4j.contract");
  private static final JavaClasses ROUTER =
      new ClassFileImporter().importPackages("io.github.openhands4j.router");
  private static final RunningTests TESTS = RunningTests.of("integration-tests");

  @Test
  void everyOperationIsCalledByATestOfBothBackends() {
    Set<String> called =
        suites()
            .flatMap(suite -> suite.getMethods().stream())
            .filter(V0OperationsAreTestedTest::isRunOnBothBackends)
            .flatMap(test -> V0Doors.calledBy(test, lineOf(test)).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(called)
        .containsAll(
            Arrays.stream(V0Operation.values())
                .map(V0Operation::door)
                .flatMap(Optional::stream)
                .toList());
  }

  @Test
  void everyTestOfASuiteIsRunOnBothBackends() {
    assertThat(suites()).hasSizeGreaterThan(8);
    assertThat(
            suites()
                .flatMap(suite -> suite.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Test.class)))
        .hasSizeGreaterThan(100)
        .allSatisfy(test -> assertThat(isRunOnBothBackends(test)).as(test.getFullName()).isTrue());
  }

  /** What the client has no method for is refused by the router. */
  @Test
  void everyOperationOfTheHttpDoorAloneIsNamedByATestOfTheRouter() {
    Set<String> named =
        ROUTER.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(test -> TESTS.isRun(test.getOwner().getName(), test.getName()))
            .flatMap(test -> V0Doors.accesses(test, lineOf(test)).stream())
            .filter(access -> access.getTargetOwner().isEquivalentTo(V0Operation.class))
            .map(access -> access.getTarget().getName())
            .collect(Collectors.toSet());

    assertThat(named)
        .containsAll(
            Arrays.stream(V0Operation.values())
                .filter(operation -> operation.door().isEmpty())
                .map(Enum::name)
                .toList());
  }

  /** The suites that a backend passes whole. */
  private static Stream<JavaClass> suites() {
    return CONTRACT.stream()
        .filter(type -> type.getSimpleName().matches("V0(?!World)\\w+(Contract|ContractSuite)"))
        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  private static boolean isRunOnBothBackends(JavaCodeUnit test) {
    List<String> runners =
        TESTS.runners(test.getOwner().getName(), test.getName()).stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .toList();
    return runners.stream().anyMatch(name -> name.startsWith("Adapter"))
        && runners.stream().anyMatch(name -> name.startsWith("Direct"));
  }

  /** A test, with methods of its own class and those that this extends. */
  private static Predicate<JavaClass> lineOf(JavaCodeUnit test) {
    return owner -> test.getOwner().isAssignableTo(owner.getName());
  }
}
