package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            .flatMap(test -> accessesOf(test).stream())
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
  void everyTestOfASuiteIsRunOnBothBackends() {
    assertThat(suites()).hasSizeGreaterThan(8);
    assertThat(
            suites()
                .flatMap(suite -> suite.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Test.class)))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            test -> assertThat(isRunOnBothBackends(test)).as(test.getFullName()).isTrue());
  }

  /** What the client has no method for is refused by the router. */
  @Test
  void everyOperationOfTheHttpDoorAloneIsNamedByATestOfTheRouter() {
    Set<String> named =
        ROUTER.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(test -> TESTS.isRun(test.getOwner().getName(), test.getName()))
            .flatMap(test -> accessesOf(test).stream())
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

  /** What a method uses, by itself and by methods of its own class and those it extends. */
  private static Set<JavaAccess<?>> accessesOf(JavaCodeUnit test) {
    Set<JavaAccess<?>> accesses = new LinkedHashSet<>();
    Set<JavaCodeUnit> seen = new LinkedHashSet<>(Set.of(test));
    Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (JavaAccess<?> access : next.remove().getAccessesFromSelf()) {
        accesses.add(access);
        access
            .getTarget()
            .resolveMember()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .filter(own -> test.getOwner().isAssignableTo(own.getOwner().getName()))
            .filter(seen::add)
            .ifPresent(next::add);
      }
    }
    return accesses;
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
