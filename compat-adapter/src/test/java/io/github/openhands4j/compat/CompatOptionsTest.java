package io.github.openhands4j.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.CompatOptions.Resume;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompatOptionsTest {

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private CompatOptions build(CompatOptions.Builder builder) {
    return builder.build(new Settings(properties::get, environment::get));
  }

  private CompatOptions build() {
    return build(CompatOptions.builder());
  }

  @Test
  void defaultsAreTheSafeOnes() {
    assertThat(build())
        .isEqualTo(
            new CompatOptions(
                Completion.FINISHED_AS_STOPPED,
                Duration.ZERO,
                Resume.AUTO,
                LossyFeatures.REFUSE,
                null));
  }

  @Test
  void everySettingIsReadFromPropertiesAndFromTheEnvironment() {
    CompatOptions expected =
        new CompatOptions(
            Completion.AS_V0,
            Duration.ofSeconds(5),
            Resume.NEVER,
            LossyFeatures.DROP_WITH_WARNING,
            null);
    environment.put("OPENHANDS_COMPAT_COMPLETION", "as-v0");
    environment.put("OPENHANDS_COMPAT_CREATE_WAIT", "5s");
    environment.put("OPENHANDS_COMPAT_RESUME", "never");
    environment.put("OPENHANDS_COMPAT_LOSSY_FEATURES", "drop-with-warning");
    assertThat(build()).isEqualTo(expected);

    environment.clear();
    properties.put("openhands.compat.completion", "AS_V0");
    properties.put("openhands.compat.create-wait", "PT5S");
    properties.put("openhands.compat.resume", "Never");
    properties.put("openhands.compat.lossy-features", "DROP_WITH_WARNING");
    assertThat(build()).isEqualTo(expected);
  }

  @Test
  void programWinsOverPropertyWinsOverEnvironment() {
    environment.put("OPENHANDS_COMPAT_CREATE_WAIT", "1s");
    properties.put("openhands.compat.create-wait", "2s");

    assertThat(build().createWait()).isEqualTo(Duration.ofSeconds(2));
    assertThat(build(CompatOptions.builder().createWait(Duration.ofSeconds(3))).createWait())
        .isEqualTo(Duration.ofSeconds(3));
    properties.put("openhands.compat.resume", "never");
    assertThat(build(CompatOptions.builder().resume(Resume.AUTO)).resume()).isEqualTo(Resume.AUTO);
  }

  @ParameterizedTest
  @CsvSource({
    "completion, sometimes",
    "create-wait, soon",
    "create-wait, -1s",
    "create-wait, 61m",
    "resume, maybe",
    "lossy-features, drop"
  })
  void settingThatCannotBeReadIsNamed(String name, String value) {
    properties.put("openhands.compat." + name, value);

    assertThatThrownBy(this::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openhands.compat." + name);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3_601})
  void waitOfTheProgramHasTheSameBounds(long seconds) {
    CompatOptions.Builder builder = CompatOptions.builder().createWait(Duration.ofSeconds(seconds));

    assertThatThrownBy(() -> build(builder)).isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3_600})
  void boundsThemselvesAreTaken(long seconds) {
    assertThat(build(CompatOptions.builder().createWait(Duration.ofSeconds(seconds))).createWait())
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
