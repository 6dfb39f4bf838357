package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers are told when the typed call below fails. */
class FailuresTest {

  private static final String ONE = "/api/conversations/" + MemoryV0Client.ID;

  /** A client that fails at everything it is asked in these tests. */
  private static final class Failing extends MemoryV0Client {

    private final RuntimeException failure;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public CreateConversationResponse createConversation(CreateConversationRequest request) {
      throw failure;
    }

    @Override
    public Optional<ConversationInfo> getConversation(String conversationId) {
      throw failure;
    }

    @Override
    public void addMessage(String conversationId, String message) {
      throw failure;
    }
  }

  private static RouterWorld.Answer send(
      RuntimeException failure, String method, String target, String body) {
    try (RouterWorld world = new RouterWorld(() -> new Failing(failure))) {
      return world.send(method, target, body);
    }
  }

  private static RouterWorld.Answer create(RuntimeException failure) {
    return send(failure, "POST", "/api/conversations", "{}");
  }

  private static V0Exception failure(ErrorCode code, int status, String body) {
    return new V0Exception(code, status, body, "It went wrong.", null);
  }

  @Test
  void createOfUnknownOutcomeNamesItsIdAndInvitesNoRepetition() {
    var unknown =
        new V0StartOutcomeUnknownException(MemoryV0Client.ID, new IllegalStateException("cut"));

    RouterWorld.Answer answer = create(unknown);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.headers()).doesNotContainKey("Retry-After");
    assertThat(answer.body())
        .startsWith(
            "{\"status\":\"error\",\"message\":\"A create was sent and its answer was lost;")
        .endsWith(
            "\"msg_id\":\"COMPAT$START_OUTCOME_UNKNOWN\",\"conversation_id\":\""
                + MemoryV0Client.ID
                + "\"}");
  }

  @Test
  void createOfUnknownOutcomeWithoutIdSaysThatThereIsNone() {
    var unknown = new V0StartOutcomeUnknownException(null, new IllegalStateException("cut"));

    assertThat(create(unknown).body()).endsWith("\"conversation_id\":null}");
  }

  static Stream<Arguments> createFailures() {
    return Stream.of(
        arguments(ErrorCode.NOT_SENT, 0, 502),
        arguments(ErrorCode.CONNECTION_LOST, 0, 502),
        arguments(ErrorCode.DEADLINE_EXCEEDED, 0, 504),
        arguments(ErrorCode.REQUEST_BUDGET_EXCEEDED, 0, 429),
        arguments(ErrorCode.INTERRUPTED, 0, 500),
        arguments(ErrorCode.ANSWER_UNREADABLE, 200, 502),
        arguments(ErrorCode.V0_ERROR, 503, 502),
        arguments(ErrorCode.V0_ERROR, 408, 502),
        arguments(ErrorCode.V0_ERROR, 402, 402));
  }

  @ParameterizedTest
  @MethodSource("createFailures")
  void createWithoutV0BodyFailsInItsFamilysShape(ErrorCode code, int below, int shown) {
    RouterWorld.Answer answer = create(failure(code, below, ""));

    assertThat(answer.status()).isEqualTo(shown);
    assertThat(answer.headers()).doesNotContainKey("Retry-After");
    assertThat(answer.body())
        .isEqualTo(
            "{\"status\":\"error\",\"message\":\"It went wrong. ["
                + code.id()
                + "]\",\"msg_id\":\"COMPAT$"
                + code.name()
                + "\"}");
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("{\"detail\":\"no\"}", "application/json"),
        arguments("\"Unable to access repo a/b\"", "application/json"),
        arguments("Internal Server Error", "text/plain; charset=utf-8"),
        arguments("<html>System Maintenance</html>", "text/html; charset=utf-8"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bodiesFromBelowKeepTheirBytesAndGetTheirType(String body, String type) {
    RouterWorld.Answer answer = send(failure(ErrorCode.V0_ERROR, 500, body), "GET", ONE, "");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers()).containsEntry("Content-Type", type);
  }

  @Test
  void messageOfUnknownOutcomeIsNoPlainFailure() {
    RouterWorld.Answer answer =
        send(
            failure(ErrorCode.MESSAGE_OUTCOME_UNKNOWN, 0, ""),
            "POST",
            ONE + "/message",
            "{\"message\":\"x\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).startsWith("{\"success\":false,\"error\":\"It went wrong.");
  }

  @Test
  void onlyReadsAreToldWhenToComeAgain() {
    V0Exception limited =
        new V0Exception(
            ErrorCode.V0_ERROR,
            429,
            "",
            "It went wrong.",
            ApiException.of(
                new ErrorAnswer("GET /x", 429, Map.of("retry-after", List.of("7")), "{}", null)));

    assertThat(send(limited, "GET", ONE, "").headers()).containsEntry("Retry-After", "7");
    assertThat(create(limited).headers()).doesNotContainKey("Retry-After");
  }

  @Test
  void statusOfAFailedReadIsKept() {
    assertThat(send(failure(ErrorCode.V0_ERROR, 503, ""), "GET", ONE, "").status()).isEqualTo(503);
  }

  @Test
  void whatNobodyForesawIsTheServersCrash() {
    RouterWorld.Answer answer = send(new IllegalStateException("unforeseen"), "GET", ONE, "");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("Internal Server Error");
    assertThat(answer.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
  }
}
