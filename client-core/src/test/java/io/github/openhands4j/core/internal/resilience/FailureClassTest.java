package io.github.openhands4j.core.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorAnswer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which error answers are the API's own. */
class FailureClassTest {

  private static ApiException answer(int status, String body) {
    return ApiException.of(new ErrorAnswer("POST /somewhere", status, Map.of(), body, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Rate limit exceeded: 10 per 1 second\"}",
        "{\"message\":\"Too many requests\"}",
        "\n{ \"message\" : \"Too many requests\" }",
        "{\"detail\":\"Too many pending messages.\"}"
      })
  void limitOfTheApiIsARefusal(String body) {
    assertThat(FailureClass.of(answer(429, body))).isEqualTo(FailureClass.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "\"slow down\"",
        "{\"message\":\"API rate limit exceeded\"}",
        "{\"error\":{\"code\":429,\"detail\":\"no\"}}",
        "{\"error\":\"over quota\"}",
        "<html>Too many requests</html>"
      })
  void limitOfAGatewayIsAmbiguous(String body) {
    assertThat(FailureClass.of(answer(429, body))).isEqualTo(FailureClass.AMBIGUOUS);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 503})
  void errorsOfTheApiHaveADetail(int status) {
    assertThat(FailureClass.isApisOwn(answer(status, "{\"detail\":\"no\"}"))).isTrue();
    assertThat(FailureClass.isApisOwn(answer(status, "{\"message\":\"no\"}"))).isFalse();
    assertThat(FailureClass.isApisOwn(answer(status, "{\"error\":\"no\"}"))).isFalse();
    assertThat(FailureClass.isApisOwn(answer(status, "{\"message\":\"Too many requests\"}")))
        .isFalse();
    assertThat(FailureClass.isApisOwn(answer(status, "[]"))).isFalse();
  }
}
