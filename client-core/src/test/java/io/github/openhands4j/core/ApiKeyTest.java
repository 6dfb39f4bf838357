package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key shows itself to nobody who does not ask for it by name. */
class ApiKeyTest {

  private static final String TEXT = "fake-key-of-no-server";

  @Test
  void keyDoesNotShowItself() throws IOException {
    ApiKey key = ApiKey.of(TEXT);

    assertThat(key).hasToString("***");
    assertThat(String.valueOf(Map.of("key", key))).doesNotContain(TEXT);
    assertThat(ClientOptions.builder().apiKey(key).build().toString())
        .contains("***")
        .doesNotContain(TEXT);
    for (ObjectMapper mapper : new ObjectMapper[] {new ObjectMapper(), Json.mapper(1024)}) {
      assertThat(mapper.writeValueAsString(Map.of("key", key))).isEqualTo("{\"key\":\"***\"}");
    }
  }

  @Test
  void keyCannotBeSerialized() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(ApiKey.of(TEXT)))
          .isInstanceOf(NotSerializableException.class)
          .hasMessageNotContaining(TEXT);
    }
  }

  @Test
  void keysAreEqualByTheirText() {
    assertThat(ApiKey.of(" " + TEXT + "\n")).isEqualTo(ApiKey.of(TEXT)).hasSameHashCodeAs(TEXT);
    assertThat(ApiKey.of(TEXT)).isNotEqualTo(ApiKey.of(TEXT + "x"));
    assertThat(ApiKey.of(TEXT).reveal()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\r\n",
        "fake\r\nX-Evil: 1",
        "fake\nkey",
        "fake\rkey",
        "fake key",
        "fake\tkey",
        "fake\u0000key",
        "fake\u007fkey",
        "fake\u0085key",
        "f\u00e4ke",
        "fake\u2028key",
        "fake\ud83d\ude00",
      })
  void keyThatNoHeaderMayHoldIsRefused(String text) {
    assertThatThrownBy(() -> ClientOptions.builder().apiKey(text))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.API_KEY_MALFORMED);
              assertThat(e).hasMessageContaining("api-key").hasMessageNotContaining("fake");
            });
  }
}
