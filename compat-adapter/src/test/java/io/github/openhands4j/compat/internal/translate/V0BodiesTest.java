package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Error bodies, byte for byte. */
class V0BodiesTest {

  private final Throwable cause = new IllegalStateException("below");

  private static void is(V0Exception error, int status, String body) {
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.body()).isEqualTo(body);
    assertThat(error.code()).isEqualTo(ErrorCode.V0_ERROR);
  }

  @Test
  void createAndRenameErrors() {
    V0Exception error = V0Bodies.messageError(500, "It \"broke\"\n", "STATUS$ERROR", cause);

    is(
        error,
        500,
        "{\"status\":\"error\",\"message\":\"It \\\"broke\\\"\\n\",\"msg_id\":\"STATUS$ERROR\"}");
    assertThat(error).hasCause(cause);
  }

  @Test
  void startAndStopErrors() {
    is(
        V0Bodies.runtimeError(500, "ab-C", "no", null),
        500,
        "{\"status\":\"error\",\"conversation_id\":\"ab-C\",\"message\":\"no\"}");
    is(
        V0Bodies.runtimeError(404, "abc", null, null),
        404,
        "{\"status\":\"error\",\"conversation_id\":\"abc\"}");
  }

  @Test
  void messageErrors() {
    is(
        V0Bodies.addMessageError("no_conversation:abc", cause),
        500,
        "{\"success\":false,\"error\":\"Error adding message to conversation:"
            + " no_conversation:abc\"}");
  }

  @Test
  void frameworkErrors() {
    is(V0Bodies.detail(400, "Invalid page_id"), 400, "{\"detail\":\"Invalid page_id\"}");
  }

  @Test
  void validationErrorRepeatsTheInputInItsBodyButNotInItsMessage() {
    V0Exception error =
        V0Bodies.unprocessable(
            "string_too_long",
            "title",
            "String should have at most 200 characters",
            "private words",
            Map.of("max_length", 200));

    is(
        error,
        422,
        "{\"detail\":[{\"type\":\"string_too_long\",\"loc\":[\"body\",\"title\"],\"msg\":\"String"
            + " should have at most 200 characters\",\"input\":\"private"
            + " words\",\"ctx\":{\"max_length\":200}}]}");
    assertThat(error.getMessage()).doesNotContain("private words");
  }

  @Test
  void providerErrorIsABareString() {
    is(
        V0Bodies.providerError("Unable to access repo me/repo", cause),
        401,
        "\"Unable to access repo me/repo\"");
  }

  @Test
  void unsupportedPartsAreNamed() {
    V0Exception error = V0Bodies.unsupported("x is not supported");

    assertThat(error.status()).isEqualTo(501);
    assertThat(error.code()).isEqualTo(ErrorCode.V0_UNSUPPORTED);
    assertThat(error.body())
        .isEqualTo(
            "{\"status\":\"error\",\"message\":\"x is not"
                + " supported\",\"msg_id\":\"COMPAT$UNSUPPORTED\"}");
  }
}
