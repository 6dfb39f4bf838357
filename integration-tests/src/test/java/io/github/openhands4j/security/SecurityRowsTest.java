package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.contract.RunningTests;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every security requirement has a test that is run. */
class SecurityRowsTest {

  private static final RunningTests TESTS =
      RunningTests.of("integration-tests", "client-core", "compat-adapter");

  /** Tests of other modules, which do not see {@link Requirement}. */
  private static final Map<SecurityRow, Map<String, String>> ELSEWHERE =
      Map.of(
          SecurityRow.S10,
          Map.of("core.internal.http.AddressGuardTest", "otherAddressesAreRefused"),
          SecurityRow.S21,
          Map.of("compat.internal.files.ZippedTarTest", "nameThatLeadsOutOfTheArchiveIsLeftOut"));

  @Test
  void everyRequirementHasATest() {
    Set<SecurityRow> missing = EnumSet.allOf(SecurityRow.class);
    missing.removeAll(proved());
    missing.removeAll(ELSEWHERE.keySet());

    assertThat(missing).isEmpty();
  }

  @Test
  void testsOfOtherModulesRun() {
    assertThat(ELSEWHERE.values().stream().flatMap(tests -> tests.entrySet().stream()))
        .allMatch(test -> TESTS.isRun("io.github.openhands4j." + test.getKey(), test.getValue()));
  }

  private static Set<SecurityRow> proved() {
    Set<SecurityRow> proved = EnumSet.noneOf(SecurityRow.class);
    new ClassFileImporter()
        .importPath(Path.of("target", "test-classes")).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Requirement.class))
            .filter(method -> TESTS.isRun(method.getOwner().getFullName(), method.getName()))
            .map(method -> method.reflect())
            .forEach(method -> proved.addAll(Arrays.asList(rows(method))));
    return proved;
  }

  private static SecurityRow[] rows(Method method) {
    Requirement requirement = method.getAnnotation(Requirement.class);
    return requirement == null ? new SecurityRow[0] : requirement.value();
  }
}
