package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.AgentStates;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.ServerKind;
import java.net.http.HttpResponse;
import java.util.function.Predicate;

/** What scenarios on the V0 server say and do. */
final class V0Scenario {

  static final String ALL = "/api/conversations";
  static final String NOBODY = "0123456789abcdef0123456789abcdef";

  private V0Scenario() {}

  static void assertAlike(RealServer server, Recording.Talk talk) throws Exception {
    Likeness.assertAlike(ServerKind.V0, Recording.of(server, talk));
  }

  /** Creates a conversation and gives its path. */
  static String newConversation(RawCaller caller, String body) throws Exception {
    return ALL + "/" + idOf(caller.post(ALL, body));
  }

  static String idOf(HttpResponse<String> answer) {
    return Answers.parsed(answer.body()).path("conversation_id").asText();
  }

  /** Waits until the newest events of a conversation tell this state of its agent. */
  static void awaitAgent(RawCaller caller, String one, String state) throws Exception {
    caller.until(one, is("/status", "RUNNING"));
    caller.until(
        one + "/events?reverse=true&limit=10",
        answer -> AgentStates.newest(answer.path("events")).equals(state));
  }

  static Predicate<JsonNode> is(String pointer, String value) {
    return answer -> answer.at(pointer).asText().equals(value);
  }
}
