package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are free strings, and none of them changes the path. */
class DirectBackendIdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc|abc",
        "a%2Fb|a%252Fb",
        "%2e%2e|%252e%252e",
        "%|%25",
        "a?b|a%3Fb",
        "a#b|a%23b",
        "a;b|a%3Bb",
        "a b|a%20b",
        "é|%C3%A9",
        "{id}|%7Bid%7D",
        "a+b|a%2Bb",
        "...x|REFUSED",
        "a.b|a.b",
        "-~_|-~_"
      })
  void anyOtherTextIsOneSegmentOfThePath(String id, String segment) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"));
        OpenHandsV0Client client = Backends.to(server)) {
      if (segment.equals("REFUSED")) {
        assertThatThrownBy(() -> client.getConversation(id)).isInstanceOf(V0Exception.class);
        assertThat(server.lines()).isEmpty();
      } else {
        assertThat(client.getConversation(id)).isEmpty();
        assertThat(server.lines()).containsExactly("GET /api/conversations/" + segment);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a..b", "a/b", "a\\b", "a\u0000b", "a\nb"})
  void anIdThatWouldLeaveThePathIsRefusedByEveryCallBeforeItIsSent(String id) {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"));
        OpenHandsV0Client client = Backends.to(server)) {
      List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
          List.of(
              () -> client.getConversation(id),
              () -> client.updateConversation(id, "t"),
              () -> client.deleteConversation(id),
              () -> client.startConversation(id, List.of()),
              () -> client.stopConversation(id),
              () -> client.addMessage(id, "m"));

      assertThat(calls)
          .allSatisfy(
              call ->
                  assertThatThrownBy(call)
                      .isInstanceOfSatisfying(
                          V0Exception.class,
                          e -> {
                            assertThat(e.status()).isEqualTo(400);
                            assertThat(e.body())
                                .startsWith("{\"detail\":\"Conversation ID contains ");
                          }));
      assertThat(server.lines()).isEmpty();
    }
  }

  @Test
  void aHundredCharactersAreSentAndOneMoreIsRefused() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.getConversation("\uD83D\uDE00".repeat(100))).isEmpty();
      assertThatThrownBy(() -> client.getConversation("a".repeat(101)))
          .isInstanceOfSatisfying(
              V0Exception.class,
              e -> assertThat(e.body()).isEqualTo("{\"detail\":\"Conversation ID is too long\"}"));
      assertThat(server.lines()).hasSize(1);
    }
  }
}
