package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.internal.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which code, and that the message names the option. */
class OptionRefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "auth, basic",
    "allow-plain-http, yes",
    "allow-plain-http, 1",
    "connect-timeout, 10",
    "connect-timeout, 0s",
    "connect-timeout, -1s",
    "connect-timeout, PT-1S",
    "connect-timeout, 25h",
    "read-timeout, 1.5s",
    "read-timeout, 10 s",
    "write-timeout, soon",
    "write-timeout, 9999999999s",
    "start-timeout, 0ms",
    "start-timeout, PT0.0001S",
    "resolve-timeout, P2D",
    "ready-timeout, 721h",
    "polls-per-minute, 0",
    "polls-per-minute, 601",
    "polls-per-minute, 1.5",
    "polls-per-minute, many",
    "requests-per-minute, 0",
    "requests-per-minute, 60001",
    "requests-per-second, 0",
    "requests-per-second, 1001",
    "requests-per-second, few",
    "max-answer-bytes, 1023",
    "max-answer-bytes, 2147483647",
    "max-answer-bytes, 99999999999999999999",
  })
  void settingThatCannotBeReadIsRefusedByName(String name, String value) {
    String environment = "OPENHANDS_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    Map<String, String> property = Map.of("openhands." + name, value);
    refused(ClientOptions.builder(), property, Map.of(), ErrorCode.OPTION_UNREADABLE, name);
    refused(
        ClientOptions.builder(),
        Map.of(),
        Map.of(environment, value),
        ErrorCode.OPTION_UNREADABLE,
        environment);
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, 500",
    "30s, 30000",
    "25m, 1500000",
    "2h, 7200000",
    "2H, 7200000",
    "PT30S, 30000",
    "pt1h, 3600000",
    "PT0.25S, 250",
    "P1D, 86400000",
    "1ms, 1",
  })
  void timeHasManyForms(String text, long millis) {
    ClientOptions options =
        ClientOptions.builder()
            .build(new Settings(Map.of("openhands.read-timeout", text)::get, name -> null));

    assertThat(options.readTimeout()).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void valueOfTheProgramIsRefusedByName() {
    refused(b().connectTimeout(Duration.ZERO), "connect-timeout");
    refused(b().readTimeout(Duration.ofSeconds(-1)), "read-timeout");
    refused(b().writeTimeout(Duration.ofDays(1).plusMillis(1)), "write-timeout");
    refused(b().startTimeout(Duration.ofNanos(1)), "start-timeout");
    refused(b().resolveTimeout(Duration.ofSeconds(Long.MAX_VALUE)), "resolve-timeout");
    refused(b().readyTimeout(Duration.ofDays(31)), "ready-timeout");
    refused(b().pollsPerMinute(0), "polls-per-minute");
    refused(b().requestsPerMinute(0), "requests-per-minute");
    refused(b().requestsPerSecond(-1), "requests-per-second");
    refused(b().maxAnswerBytes(0), "max-answer-bytes");
  }

  @Test
  @SuppressWarnings("NullAway") // that null is refused is what is tested
  void nullIsRefusedWhereItIsSet() {
    assertThatThrownBy(() -> b().apiKey((ApiKey) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("api-key");
    assertThatThrownBy(() -> b().readTimeout(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("read-timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.all-hands.dev",
        "//app.all-hands.dev",
        "ftp://app.all-hands.dev",
        "file:///etc/hosts",
        "https:",
        "https://",
        "https:///path",
        "https:app.all-hands.dev",
        "https://user@app.all-hands.dev",
        "https://user:hunter2@app.all-hands.dev",
        "https://app.all-hands.dev?x=1",
        "https://app.all-hands.dev#x",
        "https://app.all-hands.dev\\@evil.example.org",
        "https://app.all hands.dev",
        "https://app.all-hands.dev:0",
        "https://app.all-hands.dev:99999",
        "https://user:hunter2@app_x.all-hands.dev",
        "https://app_x.all-hands.dev:99999",
        "https://app_x.all-hands.dev?x=1",
        "https://b\u00fccher.example.org",
        "https://[fe80::1%25eth0]",
        "https://{host}",
        "https://app.all-hands.dev\r\nX-Evil: 1",
      })
  void oddBaseUrlIsRefused(String url) {
    assertThatThrownBy(() -> b().baseUrl(url))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BASE_URL_REFUSED);
              assertThat(e).hasMessageContaining("base-url").hasMessageNotContaining("hunter2");
              assertThat(e.requestMayHaveBeenSent()).isFalse();
            });
    if (!url.isEmpty()) {
      refused(
          b(),
          Map.of("openhands.base-url", url),
          Map.of(),
          ErrorCode.BASE_URL_REFUSED,
          "openhands.base-url");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.all-hands.dev/, https://app.all-hands.dev",
    "HTTPS://App.All-Hands.Dev//, https://app.all-hands.dev",
    "' https://app.all-hands.dev ', https://app.all-hands.dev",
    "https://example.org:8443/a/b/, https://example.org:8443/a/b",
    "http://[::1]:3000, http://[::1]:3000",
    "http://127.0.0.1:3000, http://127.0.0.1:3000",
    "http://OpenHands_App:3000/, http://openhands_app:3000",
    "https://app_x.all-hands.dev/a, https://app_x.all-hands.dev/a",
  })
  void baseUrlIsMadeUniform(String given, String expected) {
    assertThat(b().baseUrl(given).noApiKey().build().baseUrl()).hasToString(expected);
  }

  @Test
  void keyFileThatCannotBeReadIsRefusedByName(@TempDir Path folder) throws Exception {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path two = Files.writeString(folder.resolve("two"), "fake-a\nfake-b\n");

    keyFile(folder.resolve("none").toString(), ErrorCode.API_KEY_FILE_UNREADABLE, "api-key-file");
    keyFile(folder.toString(), ErrorCode.API_KEY_FILE_UNREADABLE, "api-key-file");
    keyFile(binary.toString(), ErrorCode.API_KEY_FILE_UNREADABLE, "api-key-file");
    keyFile("\u0000", ErrorCode.API_KEY_FILE_UNREADABLE, "api-key-file");
    keyFile(empty.toString(), ErrorCode.API_KEY_MALFORMED, "api-key");
    keyFile(two.toString(), ErrorCode.API_KEY_MALFORMED, "api-key");
  }

  private static void keyFile(String file, ErrorCode code, String name) {
    refused(b(), Map.of("openhands.api-key-file", file), Map.of(), code, name);
  }

  private static ClientOptionsBuilder b() {
    return ClientOptions.builder();
  }

  private static void refused(ClientOptionsBuilder builder, String name) {
    refused(builder, Map.of(), Map.of(), ErrorCode.OPTION_UNREADABLE, name);
  }

  private static void refused(
      ClientOptionsBuilder builder,
      Map<String, String> property,
      Map<String, String> environment,
      ErrorCode code,
      String name) {
    assertThatThrownBy(() -> builder.build(new Settings(property::get, environment::get)))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e).hasMessageContaining(name).hasMessageContaining(code.id());
              assertThat(e).hasMessageNotContaining("fake-");
            });
  }
}
