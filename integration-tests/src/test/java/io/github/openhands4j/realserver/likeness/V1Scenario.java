package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.ServerKind;
import java.util.function.Predicate;

/** What scenarios on the V1 server say and do. */
final class V1Scenario {

  static final String STARTS = "/api/v1/app-conversations";
  static final String TASKS = STARTS + "/start-tasks";
  static final String SANDBOXES = "/api/v1/sandboxes";

  private V1Scenario() {}

  static void assertAlike(RealServer server, Recording.Talk talk) throws Exception {
    Likeness.assertAlike(ServerKind.V1, Recording.of(server, talk));
  }

  /** Starts and gives the id of the task. */
  static String start(RawCaller caller, String body) throws Exception {
    return Answers.parsed(caller.post(STARTS, body).body()).path("id").asText();
  }

  static JsonNode ready(RawCaller caller, String task) throws Exception {
    return caller.until(TASKS + "?ids=" + task, is("/0/status", "READY"));
  }

  /** Deletes the sandboxes of starts that failed. */
  static void clean(RawCaller caller, String... tasks) throws Exception {
    for (String task : tasks) {
      String sandbox =
          Answers.parsed(caller.get(TASKS + "?ids=" + task).body()).at("/0/sandbox_id").asText();
      caller.delete(SANDBOXES + "/x?sandbox_id=" + sandbox);
    }
  }

  static Predicate<JsonNode> is(String pointer, String value) {
    return answer -> answer.at(pointer).asText().equals(value);
  }

  static String events(String conversation) {
    return "/api/v1/conversation/" + conversation + "/events";
  }

  static String message(String text) {
    return "\"initial_message\":{" + content(text) + "}";
  }

  static String content(String text) {
    return "\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]";
  }
}
