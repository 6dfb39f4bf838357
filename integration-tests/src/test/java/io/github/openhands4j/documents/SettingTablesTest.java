package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.v0.internal.select.BackendSelection;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings in the README's tables are read. */
class SettingTablesTest {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9.-]+)` \\|.*");

  /** Any text is a possible value of these. */
  private static final Set<String> FREE_TEXTS =
      Set.of("base-url", "api-key", "api-key-file", "v0.backend", "journal.dir");

  static List<String> checkedSettings() throws IOException {
    return settings().stream().filter(name -> !FREE_TEXTS.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("checkedSettings")
  void nonsenseInAnySettingIsRefusedByItsName(String name) {
    Settings nonsense = new Settings(property -> valueFor(name, property), variable -> null);

    Throwable refusal =
        name.startsWith("compat.")
            ? refusal(CompatOptions.builder(), nonsense)
            : refusal(ClientOptions.builder(), nonsense);

    assertThat(refusal)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openhands." + name + " ");
  }

  @Test
  void unknownBackendIsRefusedByItsName() {
    Settings nonsense =
        new Settings(property -> valueFor("v0.backend", property), variable -> null);

    assertThat(
            catchThrowable(
                () -> BackendSelection.connect(ClientOptions.builder().build(), nonsense)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openhands.v0.backend ");
  }

  @Test
  void tablesHoldTheSettings() throws IOException {
    assertThat(settings()).containsAll(FREE_TEXTS).hasSize(22).doesNotHaveDuplicates();
  }

  private static List<String> settings() throws IOException {
    return Files.readString(Path.of("..", "README.md"))
        .lines()
        .dropWhile(line -> !line.equals("## Settings"))
        .takeWhile(line -> !line.equals("## Errors"))
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> row.group(1))
        .toList();
  }

  private static String valueFor(String name, String property) {
    return property.equals("openhands." + name) ? "zzz" : "";
  }

  /** What the builder's own {@code build(Settings)}, not public, throws. */
  private static Throwable refusal(Object builder, Settings settings) {
    return catchThrowable(
        () -> {
          Method build = builder.getClass().getDeclaredMethod("build", Settings.class);
          build.setAccessible(true);
          try {
            build.invoke(builder, settings);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
