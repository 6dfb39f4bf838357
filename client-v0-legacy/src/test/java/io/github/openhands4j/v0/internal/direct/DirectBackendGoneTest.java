package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0GoneException;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without V0 is told apart from one that does not know an id. */
class DirectBackendGoneTest {

  private static final CreateConversationRequest REQUEST =
      CreateConversationRequest.builder().build();

  private static ScriptedServer withoutV0(boolean webApp) {
    return new ScriptedServer(
        request ->
            !webApp
                ? Reply.NO_SUCH_ROUTE
                : request.method().equals("GET") ? Reply.WEB_PAGE : Reply.NO_SUCH_METHOD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyCallTellsThatV0IsGone(boolean webApp) {
    try (ScriptedServer server = withoutV0(webApp);
        OpenHandsV0Client client = Backends.to(server)) {
      assertThatExceptionOfType(V0GoneException.class)
          .isThrownBy(() -> client.createConversation(REQUEST))
          .withMessageContaining("openhands4j-compat-adapter");
      assertThatThrownBy(() -> client.listConversations(ConversationListQuery.firstPage()))
          .isInstanceOf(V0GoneException.class);
      assertThat(server.lines()).hasSize(2);

      assertThatThrownBy(() -> client.getConversation("abc")).isInstanceOf(V0GoneException.class);
      assertThatThrownBy(() -> client.updateConversation("abc", "t"))
          .isInstanceOf(V0GoneException.class);
      assertThatThrownBy(() -> client.deleteConversation("abc"))
          .isInstanceOf(V0GoneException.class);
      assertThatThrownBy(() -> client.stopConversation("abc")).isInstanceOf(V0GoneException.class);
      assertThatThrownBy(() -> client.addMessage("abc", "m")).isInstanceOf(V0GoneException.class);
      assertThat(server.lines()).hasSize(12).endsWith("GET /api/conversations?limit=1");
    }
  }

  @Test
  void aRouteThatAnOlderV0ServerLacksIsNotTakenForV0BeingGone() {
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    request.method().equals("GET")
                        ? Reply.json(200, "{\"results\":[],\"next_page_id\":null}")
                        : Reply.NO_SUCH_METHOD);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.updateConversation("abc", "t"));

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.status()).isEqualTo(405);
      assertThat(server.lines())
          .containsExactly("PATCH /api/conversations/abc", "GET /api/conversations?limit=1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail\":\"Conversation abc not found\"}",
        "{\"status\":\"error\",\"conversation_id\":\"abc\"}",
        "{\"detail\":\"Not Found\",\"more\":1}",
        "Not Found",
        ""
      })
  void a404WithOtherWordsIsNeverTakenForV0BeingGone(String body) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(404, body));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThatThrownBy(() -> client.listConversations(ConversationListQuery.firstPage()))
          .isExactlyInstanceOf(V0Exception.class);
      assertThatThrownBy(() -> client.createConversation(REQUEST))
          .isExactlyInstanceOf(V0Exception.class);
      assertThatThrownBy(() -> client.startConversation("abc", java.util.List.of()))
          .isExactlyInstanceOf(V0Exception.class);
      assertThat(server.lines()).hasSize(3);
    }
  }

  @Test
  void aProbeThatFailsForAnotherReasonProvesNothing() {
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    request.target().startsWith("/api/conversations?")
                        ? Reply.json(401, "{\"error\":\"NoCredentialsError\"}")
                        : Reply.WEB_PAGE);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.getConversation("abc"));

      assertThat(failure).isExactlyInstanceOf(V0Exception.class);
      assertThat(failure.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML);
      assertThat(failure.status()).isEqualTo(200);
    }
  }

  @Test
  void aWebPageInThePlaceOfACreateAnswerIsUnknownWhereV0IsThere() {
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    request.method().equals("POST")
                        ? Reply.WEB_PAGE
                        : Reply.json(200, "{\"results\":[],\"next_page_id\":null}"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThatThrownBy(() -> client.createConversation(REQUEST))
          .isInstanceOf(V0StartOutcomeUnknownException.class);
      assertThat(server.lines())
          .containsExactly("POST /api/conversations", "GET /api/conversations?limit=1");
    }
  }
}
