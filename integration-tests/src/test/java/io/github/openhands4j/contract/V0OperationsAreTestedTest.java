package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No operation of V0 is without a test that both backends pass. */
class V0OperationsAreTestedTest {

  private static final JavaClasses CONTRACT =
      new ClassFileImporter().importPackages("io.github.openhands4j.contract");
  private static final JavaClasses ROUTER =
      new ClassFileImporter().importPackages("io.github.openhands4j.router");

  @Test
  void everyOperationIsCalledByASuiteOfBothBackends() {
    Set<String> called =
        suites()
            .flatMap(suite -> suite.getMethodCallsFromSelf().stream())
            .map(call -> door(call.getTarget()))
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(called)
        .containsAll(
            Arrays.stream(V0Operation.values())
                .map(V0Operation::door)
                .flatMap(Optional::stream)
                .toList());
  }

  @Test
  void everySuiteIsRunOnBothBackends() {
    assertThat(suites())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            suite ->
                assertThat(
                        suite.getAllSubclasses().stream()
                            .filter(Predicate.not(V0OperationsAreTestedTest::isAbstract))
                            .map(JavaClass::getSimpleName))
                    .as(suite.getSimpleName())
                    .anyMatch(name -> name.startsWith("Adapter"))
                    .anyMatch(name -> name.startsWith("Direct")));
  }

  /** What the client has no method for is refused by the router. */
  @Test
  void everyOperationOfTheHttpDoorAloneIsNamedByATestOfTheRouter() {
    Set<String> named =
        ROUTER.stream()
            .flatMap(test -> test.getFieldAccessesFromSelf().stream())
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
        .filter(V0OperationsAreTestedTest::isAbstract);
  }

  private static boolean isAbstract(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  /** A method of the client as the table of operations spells it. */
  private static Optional<String> door(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (owner.equals(OpenHandsV0Client.class.getName())) {
      return Optional.of(target.getName());
    }
    return groups().stream()
        .filter(group -> group.getReturnType().getName().equals(owner))
        .map(group -> group.getName() + "()." + target.getName())
        .findFirst();
  }

  private static Collection<Method> groups() {
    return Arrays.stream(OpenHandsV0Client.class.getDeclaredMethods())
        .filter(method -> method.getReturnType().isInterface())
        .toList();
  }
}
