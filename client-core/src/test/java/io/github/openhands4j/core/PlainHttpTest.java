package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.internal.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key travels over plain http only within the machine, or when it is allowed. */
class PlainHttpTest {

  private static final Settings NONE = new Settings(name -> null, name -> null);
  private static final String KEY = "fake-key-of-no-server";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LOCALHOST:3000",
        "http://127.0.0.1:3000",
        "http://127.1.2.3",
        "http://[::1]:3000",
        "http://[0:0:0:0:0:0:0:1]",
        "https://example.org",
        "https://10.0.0.1",
      })
  void keyMayGoOverTlsOrToThisMachine(String url) {
    assertThat(ClientOptions.builder().baseUrl(url).apiKey(KEY).build(NONE).apiKey()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://xlocalhost",
        "http://localhost.",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://[::]",
        "http://[::2]",
        "http://[::10:1]",
        "http://[fe80::1]",
        "http://[1::1]",
        "http://[::ffff:10.0.0.1]",
        "http://host.docker.internal:3000",
        "http://openhands_app:3000",
      })
  void keyOverPlainHttpIsRefusedUnlessAllowed(String url) {
    assertThatThrownBy(() -> ClientOptions.builder().baseUrl(url).apiKey(KEY).build(NONE))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.PLAIN_HTTP_REFUSED);
              assertThat(e).hasMessageContaining("allow-plain-http").hasMessageNotContaining(KEY);
            });

    assertThat(
            ClientOptions.builder()
                .baseUrl(url)
                .apiKey(KEY)
                .allowPlainHttp(true)
                .build(NONE)
                .apiKey())
        .isPresent();
    assertThat(ClientOptions.builder().baseUrl(url).noApiKey().build(NONE).apiKey()).isEmpty();
  }
}
