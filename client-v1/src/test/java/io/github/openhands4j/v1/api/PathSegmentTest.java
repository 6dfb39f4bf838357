package io.github.openhands4j.v1.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.v1.OpenHandsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ids of sandboxes go into paths as the server gave them, so they must not be able to change it.
 */
class PathSegmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a..b",
        ".hidden",
        "%2e",
        "%2e%2e",
        "%2F",
        "a/b",
        "/",
        "\\",
        "a;b=c",
        ";",
        "a?b",
        "a#b",
        "a b",
        " ",
        "a\nb",
        "a\u0000b",
        "ä",
        "a:b",
        "@",
        "{id}",
        "*"
      })
  void whatCouldChangeAPathIsRefusedBeforeAnythingIsSent(String id) {
    try (OpenHandsClient client =
        OpenHandsClient.create(
            ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build())) {
      SandboxesApi sandboxes = client.api().sandboxes();
      assertThatThrownBy(() -> sandboxes.pause(id, null))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> sandboxes.resume(id, null))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> sandboxes.delete(id, null))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> client.sandboxes().pause(id))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void longIdIsRefused() {
    assertThatThrownBy(() -> new PathSegment().expand("a".repeat(129)))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef",
        "6fb1c7d8-2f4c-4a3c-9f6a-1d2e3f4a5b6c",
        "work_1",
        "oh.box-2",
        "A"
      })
  void idsAsServersMakeThemPassUnchanged(String id) {
    assertThat(new PathSegment().expand(id)).isEqualTo(id);
  }
}
