package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Builder wins over system property, over environment, over default. */
class OptionPrecedenceTest {

  private static final String KEY = "fake-key-of-no-server";

  /** An option with a value of each source, as text, and how it is set and read. */
  private record Case(
      String name,
      String property,
      String environment,
      Object fallback,
      Object fromProperty,
      Object fromEnvironment,
      Object fromBuilder,
      Function<ClientOptionsBuilder, ClientOptionsBuilder> setter,
      Function<ClientOptions, Object> getter) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case time(
      String name,
      Duration fallback,
      Function<ClientOptionsBuilder, ClientOptionsBuilder> setsTwoSeconds,
      Function<ClientOptions, Object> getter) {
    return new Case(
        name,
        "3s",
        "PT4S",
        fallback,
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        setsTwoSeconds,
        getter);
  }

  static Stream<Arguments> options() {
    Duration two = Duration.ofSeconds(2);
    return Stream.of(
            new Case(
                "base-url",
                "https://property.example.org/",
                "https://environment.example.org",
                URI.create("https://app.all-hands.dev"),
                URI.create("https://property.example.org"),
                URI.create("https://environment.example.org"),
                URI.create("https://builder.example.org"),
                b -> b.baseUrl("https://builder.example.org"),
                ClientOptions::baseUrl),
            new Case(
                "auth",
                "session-key",
                "Bearer",
                AuthMode.AUTO,
                AuthMode.SESSION_KEY,
                AuthMode.BEARER,
                AuthMode.AUTO,
                b -> b.auth(AuthMode.AUTO),
                ClientOptions::auth),
            new Case(
                "allow-plain-http",
                "TRUE",
                "true",
                false,
                true,
                true,
                false,
                b -> b.allowPlainHttp(false),
                ClientOptions::allowPlainHttp),
            new Case(
                "polls-per-minute",
                "3",
                "4",
                60,
                3,
                4,
                2,
                b -> b.pollsPerMinute(2),
                ClientOptions::pollsPerMinute),
            new Case(
                "requests-per-minute",
                "3",
                "4",
                90,
                3,
                4,
                2,
                b -> b.requestsPerMinute(2),
                ClientOptions::requestsPerMinute),
            new Case(
                "requests-per-second",
                "3",
                "4",
                8,
                3,
                4,
                2,
                b -> b.requestsPerSecond(2),
                ClientOptions::requestsPerSecond),
            new Case(
                "max-answer-bytes",
                "3000",
                "4000",
                32L << 20,
                3000L,
                4000L,
                2000L,
                b -> b.maxAnswerBytes(2000),
                ClientOptions::maxAnswerBytes),
            time(
                "connect-timeout",
                Duration.ofSeconds(10),
                b -> b.connectTimeout(two),
                ClientOptions::connectTimeout),
            time(
                "read-timeout",
                Duration.ofSeconds(30),
                b -> b.readTimeout(two),
                ClientOptions::readTimeout),
            time(
                "write-timeout",
                Duration.ofSeconds(60),
                b -> b.writeTimeout(two),
                ClientOptions::writeTimeout),
            time(
                "start-timeout",
                Duration.ofSeconds(60),
                b -> b.startTimeout(two),
                ClientOptions::startTimeout),
            time(
                "resolve-timeout",
                Duration.ofSeconds(30),
                b -> b.resolveTimeout(two),
                ClientOptions::resolveTimeout),
            time(
                "ready-timeout",
                Duration.ofMinutes(25),
                b -> b.readyTimeout(two),
                ClientOptions::readyTimeout))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("options")
  void firstSourceThatHasAValueWins(Case option) {
    Map<String, String> property = Map.of("openhands." + option.name(), option.property());
    Map<String, String> environment =
        Map.of("OPENHANDS_" + envName(option.name()), option.environment());
    Map<String, String> blank = Map.of("openhands." + option.name(), "  ");

    assertThat(read(option, Map.of(), Map.of())).isEqualTo(option.fallback());
    assertThat(read(option, Map.of(), environment)).isEqualTo(option.fromEnvironment());
    assertThat(read(option, blank, environment)).isEqualTo(option.fromEnvironment());
    assertThat(read(option, property, environment)).isEqualTo(option.fromProperty());
    assertThat(
            option
                .getter()
                .apply(
                    option
                        .setter()
                        .apply(ClientOptions.builder())
                        .build(settings(property, environment))))
        .isEqualTo(option.fromBuilder());
  }

  @ParameterizedTest
  @MethodSource("options")
  void optionsCanBeTakenOver(Case option) {
    ClientOptions options =
        option.setter().apply(ClientOptions.builder()).build(settings(Map.of(), Map.of()));

    ClientOptions copy = options.toBuilder().build(settings(Map.of(), Map.of()));

    assertThat(option.getter().apply(copy)).isEqualTo(option.fromBuilder());
  }

  @Test
  void keyComesFromBuilderThenPropertyThenEnvironmentThenFile(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "fake-key-of-file\n");
    Map<String, String> fileOnly = Map.of("OPENHANDS_API_KEY_FILE", file.toString());
    Map<String, String> environment =
        Map.of("OPENHANDS_API_KEY", "fake-key-of-env", "OPENHANDS_API_KEY_FILE", file.toString());
    Map<String, String> property = Map.of("openhands.api-key", " fake-key-of-property ");

    assertThat(key(ClientOptions.builder(), Map.of(), Map.of())).isEmpty();
    assertThat(key(ClientOptions.builder(), Map.of(), fileOnly)).isEqualTo("fake-key-of-file");
    assertThat(key(ClientOptions.builder(), Map.of(), environment)).isEqualTo("fake-key-of-env");
    assertThat(key(ClientOptions.builder(), property, environment))
        .isEqualTo("fake-key-of-property");
    assertThat(key(ClientOptions.builder().apiKey(KEY), property, environment)).isEqualTo(KEY);
  }

  @Test
  void noKeyMeansNoKeyWhateverTheProcessHolds() {
    Map<String, String> environment = Map.of("OPENHANDS_API_KEY", KEY);

    ClientOptions options =
        ClientOptions.builder().noApiKey().build(settings(Map.of(), environment));

    assertThat(options.apiKey()).isEmpty();
    assertThat(options.toBuilder().build(settings(Map.of(), environment)).apiKey()).isEmpty();
  }

  private static String key(
      ClientOptionsBuilder builder, Map<String, String> property, Map<String, String> environment) {
    return builder.build(settings(property, environment)).apiKey().map(ApiKey::reveal).orElse("");
  }

  private static Object read(
      Case option, Map<String, String> property, Map<String, String> environment) {
    return option.getter().apply(ClientOptions.builder().build(settings(property, environment)));
  }

  private static Settings settings(Map<String, String> property, Map<String, String> environment) {
    return new Settings(property::get, environment::get);
  }

  private static String envName(String name) {
    return name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
