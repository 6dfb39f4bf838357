package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0GoneException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the groups: what is sent, what is made of answers, and what of failures. */
class DirectGroupsTest {

  private static final String LIST = "GET /api/conversations?limit=1";

  private static Stream<DirectCall> calls() {
    return DirectCall.all().stream();
  }

  private static V0Exception failureOf(DirectCall operation, OpenHandsV0Client client) {
    V0Exception failure =
        catchThrowableOfType(V0Exception.class, () -> operation.call().apply(client));
    assertThat(failure).as("the call must fail").isNotNull();
    return failure;
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isSentAsV0WantsItAndItsAnswerIsRead(DirectCall operation) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, operation.answer()));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(String.valueOf(operation.call().apply(client))).isEqualTo(operation.result());

      assertThat(server.lines()).containsExactly(operation.request());
      assertThat(server.seen().get(0).body()).isEqualTo(operation.body());
      if (!operation.body().isEmpty()) {
        assertThat(server.seen().get(0).contentType()).isEqualTo("application/json");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answersThatV0DoesNotGiveAreRefused(DirectCall operation) {
    for (String odd : List.of("null", "17", "{}", "[null]", "[[]]", "{\"detail\":\"x\"}", "oops")) {
      if (operation.name().equals("submitFeedback") && odd.startsWith("{")) {
        continue; // the service behind it may answer any object
      }
      try (ScriptedServer server = ScriptedServer.always(Reply.json(200, odd));
          OpenHandsV0Client client = Backends.to(server)) {
        V0Exception refused = failureOf(operation, client);

        boolean action = operation.name().equals("addEvent");
        assertThat(refused.code())
            .as("an answer of %s", odd)
            .isEqualTo(action ? ErrorCode.MESSAGE_OUTCOME_UNKNOWN : ErrorCode.ANSWER_UNREADABLE);
        assertThat(server.lines()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void errorsKeepStatusAndBody(DirectCall operation) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(404, "{\"error\":\"why\"}"));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure = failureOf(operation, client);

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.status()).isEqualTo(404);
      assertThat(failure.body()).isEqualTo("{\"error\":\"why\"}");
      assertThat(server.lines()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void readsAreRepeatedWhenTheirAnswerIsLostAndWritesAreNot(DirectCall operation) {
    AtomicInteger count = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    count.incrementAndGet() == 1
                        ? Reply.LOST
                        : Reply.json(200, operation.answer()));
        OpenHandsV0Client client = Backends.to(server)) {
      if (operation.isRead()) {
        assertThat(String.valueOf(operation.call().apply(client))).isEqualTo(operation.result());
        assertThat(server.lines()).hasSize(2);
      } else {
        assertThat(failureOf(operation, client).status()).isZero();
        assertThat(server.lines()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void serverWithoutV0IsToldAfterTheListWasAsked(DirectCall operation) {
    try (ScriptedServer server =
            new ScriptedServer(
                request -> request.method().equals("GET") ? Reply.WEB_PAGE : Reply.NO_SUCH_METHOD);
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(failureOf(operation, client)).isInstanceOf(V0GoneException.class);
      assertThat(server.lines()).containsExactly(operation.request(), LIST);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void olderServerThatLacksTheRouteStillHasV0(DirectCall operation) {
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    request.line().equals(LIST)
                        ? Reply.json(200, "{\"results\":[],\"next_page_id\":null}")
                        : Reply.NO_SUCH_ROUTE);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure = failureOf(operation, client);

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.status()).isEqualTo(404);
    }
  }

  @Test
  void resetOfSettingsIsSentAndItsRefusalIsTold() {
    String gone = "{\"error\":\"Reset settings functionality has been removed.\"}";
    try (ScriptedServer server = ScriptedServer.always(Reply.json(410, gone));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception refused =
          catchThrowableOfType(V0Exception.class, () -> client.settings().resetSettings());

      assertThat(refused.status()).isEqualTo(410);
      assertThat(refused.body()).isEqualTo(gone);
      assertThat(server.lines()).containsExactly("POST /api/reset-settings");
    }
  }

  @Test
  void crashOnAnActionIsARefusalAndAPageInItsPlaceIsNot() {
    assertThat(statusOfActionAnsweredBy(Reply.CRASH)).isEqualTo(500);
    assertThat(statusOfActionAnsweredBy(Reply.text(500, "Internal Server Error"))).isZero();
    assertThat(statusOfActionAnsweredBy(Reply.CRASH.with("Server", "nginx"))).isZero();
    assertThat(statusOfActionAnsweredBy(Reply.html(500, "<title>System Maintenance</title>")))
        .isZero();
    assertThat(statusOfActionAnsweredBy(Reply.text(502, "Internal Server Error"))).isZero();
  }

  private static int statusOfActionAnsweredBy(Reply reply) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(
              V0Exception.class, () -> client.events().addEvent("c", Map.of("action", "x")));
      assertThat(server.lines()).hasSize(1);
      return failure.status();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "o/", "/r", "o/../r", "o//r", "o/./r"})
  void repositoryThatWouldLeaveItsPlaceInThePathIsRefusedBeforeItIsSent(String name) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(404, "\"none\""));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception refused =
          catchThrowableOfType(V0Exception.class, () -> client.user().microagents(name));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(server.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void secretThatNoPathLeadsToIsUnknown(String name) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"message\":\"m\"}"));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception refused =
          catchThrowableOfType(V0Exception.class, () -> client.secrets().deleteSecret(name));

      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body()).isEqualTo("{\"error\":\"Secret with ID " + name + " not found\"}");
      assertThat(server.lines()).isEmpty();
    }
  }

  @Test
  void accountWithoutARecordOfSecretsHasNone() {
    try (ScriptedServer server =
            ScriptedServer.always(Reply.json(200, "{\"custom_secrets\":null}"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.secrets().listSecrets()).isEmpty();
    }
  }

  @Test
  void valuesOfSecretsAreInNoFailure() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(400, "{\"message\":\"no\"}"));
        OpenHandsV0Client client = Backends.to(server)) {
      for (DirectCall operation : DirectCall.ofTheAccount()) {
        assertThat(failureOf(operation, client)).hasMessageNotContaining("fake-");
      }
    }
  }
}
