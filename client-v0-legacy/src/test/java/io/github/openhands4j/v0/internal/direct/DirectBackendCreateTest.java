package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateMicroagent;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A create is sent once, and its failure is told as what it is. */
class DirectBackendCreateTest {

  private static final Map<String, String> UVICORN = Map.of("Server", "uvicorn");
  private static final CreateConversationRequest REQUEST =
      CreateConversationRequest.builder().initialUserMsg("secret prompt").build();

  static Stream<Reply> answersThatLeaveTheOutcomeUnknown() {
    return Stream.of(
        Reply.LOST,
        Reply.json(502, "{\"status\":\"error\"}"),
        Reply.html(502, "<html>bad gateway</html>"),
        Reply.html(503, "<html>unavailable</html>").with("Retry-After", "0"),
        Reply.html(504, "<html>timeout</html>"),
        Reply.text(504, "Internal Server Error"),
        Reply.text(408, "timeout"),
        Reply.html(500, "<html><title>System Maintenance</title></html>"),
        Reply.html(500, "Internal Server Error"),
        Reply.text(500, "upstream request failed"),
        Reply.text(500, ""),
        Reply.json(500, "{\"message\":\"An invalid response was received\"}"),
        Reply.json(200, "null"),
        Reply.json(200, "{}"),
        Reply.json(200, "{\"status\":\"ok\",\"conversation_id\":null}"),
        Reply.json(200, "{\"status\":\"ok\",\"conversation_id\":\"\"}"),
        Reply.json(200, "{\"status\":\"ok\",\"conv"),
        Reply.json(200, ""),
        Reply.text(201, "created"),
        Reply.text(500, "Internal Server Error"),
        Reply.CRASH); // V0 is not known to break down on this request before its agent runs
  }

  @ParameterizedTest
  @MethodSource("answersThatLeaveTheOutcomeUnknown")
  void startIsNotResentAndOfUnknownOutcome(Reply reply) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        OpenHandsV0Client client = Backends.to(server)) {
      V0StartOutcomeUnknownException failure =
          catchThrowableOfType(
              V0StartOutcomeUnknownException.class, () -> client.createConversation(REQUEST));

      assertThat(failure).isNotNull();
      assertThat(failure.status()).isZero();
      assertThat(failure.conversationId()).isEmpty();
      assertThat(failure).hasCauseInstanceOf(OpenHandsException.class);
      assertThat(server.lines()).containsExactly("POST /api/conversations");
    }
  }

  static Stream<Reply> refusals() {
    return Stream.of(
        Reply.json(
            400, "{\"status\":\"error\",\"message\":\"Settings not found\",\"msg_id\":\"X\"}"),
        Reply.json(401, "\"Unable to access repo octo/gone\""),
        Reply.json(401, "{\"error\":\"NoCredentialsError\"}"),
        Reply.json(404, "{\"detail\":\"Organization not found\"}"),
        Reply.json(422, "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"x\"]}]}"),
        Reply.json(500, "{\"status\":\"error\",\"message\":\"secret prompt\"}"),
        new Reply(307, "text/plain", "", Map.of("Location", "/api/conversations/")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusalIsToldWithStatusAndBody(Reply reply) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.createConversation(REQUEST));

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.status()).isEqualTo(reply.status());
      assertThat(failure.body()).isEqualTo(reply.body());
      assertThat(failure.code()).isEqualTo(ErrorCode.V0_ERROR);
      assertThat(failure).hasMessageNotContaining("secret prompt");
      assertThat(server.lines()).containsExactly("POST /api/conversations");
    }
  }

  private static CreateConversationRequest withRepository() {
    return CreateConversationRequest.builder().repository("octo/none").build();
  }

  private static CreateConversationRequest task(TaskType type, ProviderType provider) {
    return CreateConversationRequest.builder()
        .suggestedTask(new SuggestedTask(provider, type, "octo/none", 1, "t"))
        .build();
  }

  static Stream<CreateConversationRequest> requestsThatV0BreaksDownOn() {
    return Stream.of(
        task(TaskType.OPEN_PR, ProviderType.GITHUB),
        task(TaskType.CREATE_MICROAGENT, ProviderType.GITHUB),
        task(TaskType.OPEN_ISSUE, ProviderType.ENTERPRISE_SSO));
  }

  @ParameterizedTest
  @MethodSource("requestsThatV0BreaksDownOn")
  void knownBreakdownOfV0ItselfIsARefusal(CreateConversationRequest request) {
    V0Exception refused = failureOf(request, Reply.CRASH);

    assertThat(refused).isExactlyInstanceOf(V0Exception.class);
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("Internal Server Error");
  }

  static Stream<Reply> crashesThatMayBeSomebodyElses() {
    return Stream.of(
        Reply.text(500, "Internal Server Error"),
        Reply.CRASH.with("Server", "nginx"),
        new Reply(500, "text/plain; charset=utf-8", "Internal Server Error\n", UVICORN),
        new Reply(500, "text/plain", "Internal Server Error", UVICORN),
        new Reply(
            500,
            "text/plain; charset=utf-8",
            "Internal Server Error",
            Map.of("Server", "uvicorn", "Via", "1.1 gateway")));
  }

  @ParameterizedTest
  @MethodSource("crashesThatMayBeSomebodyElses")
  void plainBreakdownThatMayBeAGatewaysLeavesTheOutcomeUnknown(Reply reply) {
    assertThat(failureOf(task(TaskType.OPEN_PR, ProviderType.GITHUB), reply))
        .isInstanceOf(V0StartOutcomeUnknownException.class);
  }

  @Test
  void breakdownOnATaskThatV0KnowsLeavesTheOutcomeUnknown() {
    assertThat(failureOf(task(TaskType.OPEN_ISSUE, ProviderType.GITHUB), Reply.CRASH))
        .isInstanceOf(V0StartOutcomeUnknownException.class);
  }

  static Stream<CreateConversationRequest> requestsWithARepository() {
    return Stream.of(
        withRepository(),
        CreateConversationRequest.builder()
            .createMicroagent(new CreateMicroagent("octo/none", null, null))
            .build());
  }

  @ParameterizedTest
  @MethodSource("requestsWithARepository")
  void breakdownWithARepositoryLeavesTheOutcomeUnknown(CreateConversationRequest request) {
    assertThat(failureOf(request, Reply.CRASH)) // V0 may have begun the agent before
        .isInstanceOf(V0StartOutcomeUnknownException.class);
  }

  private static V0Exception failureOf(CreateConversationRequest request, Reply reply) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.createConversation(request));
      assertThat(server.lines()).containsExactly("POST /api/conversations");
      return failure;
    }
  }

  @Test
  void createTurnedAwayByTheRateLimitIsSentAgain() {
    AtomicInteger count = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    count.incrementAndGet() == 1
                        ? Reply.json(429, "{\"message\":\"Too many requests\"}")
                        : Reply.json(200, "{\"status\":\"ok\",\"conversation_id\":\"ab\"}"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.createConversation(REQUEST).conversationId()).isEqualTo("ab");
      assertThat(server.lines()).hasSize(2);
    }
  }

  @Test
  void createThatWasNeverSentIsNoUnknownOutcome() throws IOException {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      freePort = socket.getLocalPort();
    }
    try (OpenHandsV0Client client = Backends.to("http://127.0.0.1:" + freePort)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.createConversation(REQUEST));

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.status()).isZero();
      assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SENT);
    }
  }
}
