package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V1Scenario.SANDBOXES;
import static io.github.openhands4j.realserver.likeness.V1Scenario.STARTS;
import static io.github.openhands4j.realserver.likeness.V1Scenario.TASKS;
import static io.github.openhands4j.realserver.likeness.V1Scenario.assertAlike;
import static io.github.openhands4j.realserver.likeness.V1Scenario.clean;
import static io.github.openhands4j.realserver.likeness.V1Scenario.content;
import static io.github.openhands4j.realserver.likeness.V1Scenario.events;
import static io.github.openhands4j.realserver.likeness.V1Scenario.is;
import static io.github.openhands4j.realserver.likeness.V1Scenario.message;
import static io.github.openhands4j.realserver.likeness.V1Scenario.ready;
import static io.github.openhands4j.realserver.likeness.V1Scenario.start;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator of the V1 server lives as the real one does. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1LikenessIT {

  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

  @Test
  void wholeLifeOfAConversation(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String task =
              start(caller, "{\"conversation_id\":\"" + id + "\"," + message("FINISH: x") + "}");
          caller.get(TASKS + "?ids=" + task);
          caller.get(STARTS + "?ids=" + id);
          ready(caller, task);
          caller.until(STARTS + "?ids=" + id, is("/0/execution_status", "finished"));
          caller.get(STARTS + "?ids=" + id + "&ids=" + hex + "&ids=" + UUID.randomUUID());
          caller.get(STARTS + "/search?sandbox_id__eq=" + hex);
          caller.get(STARTS + "/search?sandbox_id__eq=" + id);
          caller.get(STARTS + "/search?sandbox_id__eq=" + hex + "&include_sub_conversations=true");
          caller.get(STARTS + "/count?sandbox_id__eq=" + hex);
          caller.get(TASKS + "/search?conversation_id__eq=" + id);
          caller.get(TASKS + "/search?conversation_id__eq=" + hex + "&sort_order=UPDATED_AT");
          caller.get(TASKS + "/count?conversation_id__eq=" + id);
          caller.get(SANDBOXES + "?id=" + hex + "&id=nosuch");
          caller.get(SANDBOXES + "/search");
          for (String body :
              List.of(
                  "{\"title\":\"T\"}",
                  "{\"public\":true}",
                  "{}",
                  "{\"nonsense\":1}",
                  "{\"selected_repository\":\"octo/app\",\"selected_branch\":\"main\"}",
                  "{\"title\":null}",
                  "{\"title\":5}",
                  "{\"public\":\"maybe\"}",
                  "{\"git_provider\":\"svn\"}",
                  "{\"selected_repository\":\"bad;rm\"}",
                  "[]",
                  "")) {
            caller.patch(STARTS + "/" + id, body);
          }
          caller.get(STARTS + "?ids=" + id);
          sayMore(caller);
          caller.delete(STARTS + "/" + id);
          caller.delete(STARTS + "/" + id);
          caller.get(STARTS + "?ids=" + id);
          caller.get(TASKS + "?ids=" + task);
          caller.get(SANDBOXES + "?id=" + hex);
          caller.get(events(id) + "/count");
          caller.until(SANDBOXES + "?id=" + hex, answer -> answer.path(0).isNull());
          caller.post(STARTS + "/" + id + "/send-message", "{" + content("hello") + "}");
        });
  }

  private void sayMore(RawCaller caller) throws Exception {
    String path = STARTS + "/" + id + "/send-message";
    for (String body :
        List.of(
            "{" + content("FINISH: y") + ",\"run\":false}",
            "{\"content\":[]}",
            "{" + content("x") + ",\"role\":\"assistant\"}",
            "{" + content("x") + ",\"run\":\"perhaps\"}",
            "{\"content\":[{\"type\":\"text\",\"text\":\"x\",\"nope\":1}]}",
            "{\"content\":[{\"type\":\"text\"}]}",
            "{\"content\":[{\"type\":\"sound\",\"text\":\"x\"}]}",
            "{\"content\":[\"x\"]}",
            "{\"content\":\"x\"}",
            "{}",
            "[]",
            "{" + content("FINISH: z") + "}")) {
      caller.post(path, body);
    }
    caller.until(STARTS + "?ids=" + id, is("/0/execution_status", "finished"));
    JsonNode page = Answers.parsed(caller.get(events(id) + "/search?limit=2").body());
    caller.get(events(id) + "/search?limit=2&page_id=" + page.path("next_page_id").asText());
    caller.get(events(id) + "/search?sort_order=TIMESTAMP_DESC&kind__eq=MessageEvent");
    String event = page.at("/items/0/id").asText();
    caller.get(events(id) + "?id=" + event + "&id=" + UUID.randomUUID());
    caller.get(events(id) + "/search?timestamp__gte=2099-01-01T00:00:00");
    caller.get(events(id) + "/count");
  }

  @Test
  void sandboxIsPausedAndResumed(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String task = start(caller, "{\"conversation_id\":\"" + id + "\"}");
          ready(caller, task);
          caller.get(STARTS + "?ids=" + id);
          caller.post(SANDBOXES + "/" + hex + "/pause", "");
          caller.until(SANDBOXES + "?id=" + hex, is("/0/status", "PAUSED"));
          caller.get(STARTS + "?ids=" + id);
          caller.post(STARTS + "/" + id + "/send-message", "{" + content("hello") + "}");
          caller.post(SANDBOXES + "/" + hex + "/resume", "");
          caller.until(SANDBOXES + "?id=" + hex, is("/0/status", "RUNNING"));
          caller.until(STARTS + "?ids=" + id, is("/0/sandbox_status", "RUNNING"));
          caller.post(SANDBOXES + "/nosuch/pause", "");
          caller.post(SANDBOXES + "/nosuch/resume", "");
          caller.delete(SANDBOXES + "/" + hex);
          caller.delete(SANDBOXES + "/x?sandbox_id=nosuch");
          caller.delete(SANDBOXES + "/x?sandbox_id=" + hex);
          caller.get(STARTS + "?ids=" + id);
          caller.post(STARTS + "/" + id + "/send-message", "{" + content("hello") + "}");
          caller.delete(STARTS + "/" + id);
        });
  }

  @Test
  void runsThatFailAndStartsOnTopOfThem(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String body = "{\"conversation_id\":\"%s\",\"sandbox_id\":%s,%s}";
          ready(caller, start(caller, body.formatted(id, "null", message("FAIL: 401"))));
          caller.until(STARTS + "?ids=" + id, is("/0/execution_status", "error"));
          caller.until(
              events(id) + "/search?kind__eq=ConversationErrorEvent",
              answer -> !answer.path("items").isEmpty());
          ready(caller, start(caller, body.formatted(id, '"' + hex + '"', message("FINISH: x"))));
          caller.get(STARTS + "?ids=" + id);
          String child = UUID.randomUUID().toString();
          String parent = ",\"parent_conversation_id\":\"" + id + "\"";
          ready(caller, start(caller, body.formatted(child, "null" + parent, message("SAY: x"))));
          caller.until(STARTS + "?ids=" + child, is("/0/execution_status", "finished"));
          caller.get(STARTS + "?ids=" + id + "&ids=" + child);
          caller.get(STARTS + "/search?sandbox_id__eq=" + hex);
          caller.get(STARTS + "/search?include_sub_conversations=true&sandbox_id__eq=" + hex);
          caller.delete(STARTS + "/" + id);
          caller.get(STARTS + "?ids=" + id + "&ids=" + child);
        });
  }

  @Test
  void startsOfAllKinds(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          // one after the other: booting sandboxes hold each other up
          String without = start(caller, "{}");
          String conversation = ready(caller, without).at("/0/app_conversation_id").asText();
          caller.get(STARTS + "?ids=" + conversation);
          String full =
              failed(
                  caller,
                  """
                  {"conversation_id":"%s","sandbox_id":"nosuch","title":"T","public":true,
                   "trigger":"openhands_api","pr_number":[1],"llm_model":"openai/fake-model",
                   "system_message_suffix":"s","secrets":{"GOOD":"v"},"agent_type":"plan",
                   "plugins":[{"source":"github:a/b","ref":"main"}],"nonsense":1,%s}\
                  """
                      .formatted(UUID.randomUUID(), message("x")));
          String repository =
              failed(caller, "{\"selected_repository\":\"octo/none\",\"git_provider\":\"github\"}");
          String secret = failed(caller, "{\"secrets\":{\"LLM_X\":\"v\"}}");
          caller.get(TASKS + "?ids=" + without + "&ids=" + full + "&ids=" + UUID.randomUUID());
          caller.delete(STARTS + "/" + conversation);
          clean(caller, repository, secret);
        });
  }

  /** Starts, waits for the ERROR, and gives the id of the task. */
  private static String failed(RawCaller caller, String body) throws Exception {
    String task = start(caller, body);
    caller.until(TASKS + "?ids=" + task, is("/0/status", "ERROR"));
    return task;
  }
}
