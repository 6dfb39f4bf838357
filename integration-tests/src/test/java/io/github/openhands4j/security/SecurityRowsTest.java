package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Every security requirement has a test that is run. */
class SecurityRowsTest {

  private static final Map<SecurityRow, String> LATER =
      Map.of(
          SecurityRow.S9, "this release calls no address that a server gave",
          SecurityRow.S10, "this release calls no address that a server gave",
          SecurityRow.S21, "this release downloads no files");

  @Test
  void everyRequirementHasATestOrAReasonWhyNotYet() {
    Set<SecurityRow> missing = EnumSet.allOf(SecurityRow.class);
    missing.removeAll(proved());

    assertThat(missing).isEqualTo(LATER.keySet());
  }

  private static Set<SecurityRow> proved() {
    Set<SecurityRow> proved = EnumSet.noneOf(SecurityRow.class);
    new ClassFileImporter()
        .importPath(Path.of("target", "test-classes")).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Requirement.class))
            .map(method -> method.reflect())
            .filter(method -> !method.isAnnotationPresent(Disabled.class))
            .forEach(method -> proved.addAll(Arrays.asList(rows(method))));
    return proved;
  }

  private static SecurityRow[] rows(Method method) {
    Requirement requirement = method.getAnnotation(Requirement.class);
    return requirement == null ? new SecurityRow[0] : requirement.value();
  }
}
