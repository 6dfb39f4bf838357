package io.github.openhands4j.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a server's text. */
class ServerTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fatal: https://x-access-token:abc123@github.com/o/r.git|"
            + "fatal: https://***@github.com/o/r.git",
        "git+ssh://u:p@ss@host/x and http://u:q@h|git+ssh://***@host/x and http://***@h",
        "https://gho_0123456789@github.com|https://***@github.com",
        "Authorization: Bearer abc.def-123|Authorization: Bearer ***",
        "authorization=basic dXNlcjpwYXNzMQ==|authorization=basic ***",
        "token=0123456789abcdef, again|token=***, again",
        "key sk-abcdefgh12345678 is wrong|key *** is wrong",
        "ghp_ABCDEFGHIJKL, glpat-abcdefghij|***, ***",
      })
  void secretIsMasked(String text, String shown) {
    assertThat(ServerText.oneLine(text, 100)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://docs.example/a@b and mail@example.org",
        "the bearer authentication is missing, no token available",
        "task-0123456789abcdef is unknown",
        "basic setup failed",
      })
  void otherTextStays(String text) {
    assertThat(ServerText.oneLine(text, 100)).isEqualTo(text);
  }

  @Test
  void secretIsMaskedBeforeTheTextIsCut() {
    assertThat(ServerText.oneLine("Bearer abcdefgh12345678", 15)).isEqualTo("Bearer ***");
  }

  @Test
  void failedStartShowsNoTokenOfItsCloneAddress() {
    StartHandle handle =
        new StartHandle(
            ConversationId.random(),
            URI.create("http://127.0.0.1:1"),
            Instant.EPOCH,
            "0123456789abcdef0123456789abcdef");
    StartFailedException failure =
        new StartFailedException(handle, "clone of https://u:s3cret@host/r\nfailed", null);

    assertThat(failure).hasMessageContaining("https://***@host/r failed");
    assertThat(failure.detail()).contains("clone of https://***@host/r\nfailed");
  }
}
