package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator of the V1 server answers as the real one does. */
@ExtendWith(RealServers.class)
@Timeout(180)
class V1LikenessIT {

  private static final String STARTS = "/api/v1/app-conversations";
  private static final String TASKS = STARTS + "/start-tasks";
  private static final String SANDBOXES = "/api/v1/sandboxes";

  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

  @Test
  void wholeLifeOfAConversation(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String task = start(caller, "{\"conversation_id\":\"%s\",%s}", id, message("FINISH: x"));
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
          caller.get(events() + "/count");
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
    JsonNode page = Answers.parsed(caller.get(events() + "/search?limit=2").body());
    caller.get(events() + "/search?limit=2&page_id=" + page.path("next_page_id").asText());
    caller.get(events() + "/search?sort_order=TIMESTAMP_DESC&kind__eq=MessageEvent");
    String event = page.at("/items/0/id").asText();
    caller.get(events() + "?id=" + event + "&id=" + UUID.randomUUID());
    caller.get(events() + "/search?timestamp__gte=2099-01-01T00:00:00");
    caller.get(events() + "/count");
  }

  @Test
  void sandboxIsPausedAndResumed(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String task = start(caller, "{\"conversation_id\":\"%s\"}", id);
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
  void startsOfAllKinds(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String without = start(caller, "{}");
          String full =
              start(
                  caller,
                  """
                  {"conversation_id":"%s","sandbox_id":"nosuch","title":"T","public":true,
                   "trigger":"openhands_api","pr_number":[1],"llm_model":"openai/fake-model",
                   "system_message_suffix":"s","secrets":{"GOOD":"v"},"agent_type":"plan",
                   "plugins":[{"source":"github:a/b","ref":"main"}],"nonsense":1,%s}\
                  """,
                  UUID.randomUUID(),
                  message("x"));
          String repository =
              start(caller, "{\"selected_repository\":\"octo/none\",\"git_provider\":\"github\"}");
          String secret = start(caller, "{\"secrets\":{\"LLM_X\":\"v\"}}");
          for (String task : List.of(full, repository, secret)) {
            caller.until(TASKS + "?ids=" + task, is("/0/status", "ERROR"));
          }
          String conversation = ready(caller, without).at("/0/app_conversation_id").asText();
          caller.get(STARTS + "?ids=" + conversation);
          caller.get(TASKS + "?ids=" + without + "&ids=" + full + "&ids=" + UUID.randomUUID());
          caller.delete(STARTS + "/" + conversation);
          clean(caller, repository, secret);
        });
  }

  @Test
  void startsThatAreRefused(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String body :
              List.of(
                  "",
                  "[]",
                  "{",
                  "{\"a\":}",
                  "{} x",
                  "nonsense",
                  "{\"conversation_id\":\"abc\"}",
                  "{\"conversation_id\":5}",
                  "{\"conversation_id\":\"" + id + "0\"}",
                  "{\"sandbox_id\":5}",
                  "{\"initial_message\":\"x\"}",
                  "{\"initial_message\":{\"role\":\"boss\",\"content\":[]}}",
                  "{\"initial_message\":{\"content\":\"x\"}}",
                  "{\"initial_message\":{\"content\":[{\"text\":5}]}}",
                  "{\"initial_message\":{\"content\":[{\"type\":\"text\",\"text\":\"x\",\"nope\":1}]}}",
                  "{\"initial_message\":{\"content\":[{\"type\":\"image\"}]}}",
                  "{\"initial_message\":{\"content\":[{\"type\":\"sound\"}]}}",
                  "{\"initial_message\":{\"content\":[{}]}}",
                  "{\"initial_message\":{\"content\":[5]}}",
                  "{\"initial_message\":{\"run\":\"x\"}}",
                  "{\"llm_model\":5}",
                  "{\"selected_repository\":[]}",
                  "{\"git_provider\":\"svn\"}",
                  "{\"trigger\":\"boredom\"}",
                  "{\"agent_type\":\"spy\"}",
                  "{\"pr_number\":[\"x\"]}",
                  "{\"pr_number\":5}",
                  "{\"public\":\"x\"}",
                  "{\"public\":5}",
                  "{\"secrets\":[]}",
                  "{\"secrets\":{\"A\":5}}",
                  "{\"plugins\":{}}",
                  "{\"plugins\":[{}]}",
                  "{\"suggested_task\":{}}",
                  "{\"suggested_task\":{\"task_type\":\"NAP\"}}",
                  "{\"parent_conversation_id\":\"abc\"}",
                  "{\"parent_conversation_id\":\"" + id + "\"}",
                  "{\"title\":5,\"public\":[],\"trigger\":5}")) {
            caller.post(STARTS, body);
          }
          caller.say("POST", STARTS, "{}", key(), RealServer.KEY, "Content-Type", "text/plain");
          caller.say("POST", STARTS, "{", key(), RealServer.KEY, "Content-Type", "text/plain");
        });
  }

  @Test
  void readsThatAreRefused(@On(ServerKind.V1) RealServer server) throws Exception {
    String nobody = UUID.randomUUID().toString();
    assertAlike(
        server,
        caller -> {
          for (String target :
              List.of(
                  STARTS,
                  STARTS + "?ids=",
                  STARTS + "?ids=abc&ids=" + nobody + "&ids=xyz",
                  STARTS + "?" + times(100, "ids=" + nobody),
                  STARTS + "?" + times(99, "ids=" + nobody),
                  TASKS,
                  TASKS + "?ids=",
                  TASKS + "?ids=abc",
                  TASKS + "?ids=" + nobody + "&ids=g",
                  TASKS + "?ids=" + nobody + "0",
                  TASKS + "?" + times(100, "ids=" + nobody),
                  TASKS + "?" + times(101, "ids=" + nobody),
                  SANDBOXES,
                  SANDBOXES + "?id=",
                  SANDBOXES + "?" + times(101, "id=x"),
                  STARTS + "/count?created_at__gte=nonsense",
                  STARTS + "/count?title__contains=nosuchtitle",
                  STARTS + "/search?include_sub_conversations=perhaps",
                  STARTS + "/search?created_at__gte=2099-01-01",
                  STARTS + "/search?created_at__lt=2000-01-01T00:00",
                  STARTS + "/search?updated_at__gte=2026-13-01",
                  STARTS + "/search?updated_at__lt=2026-01-01T25:00:00Z",
                  STARTS + "/search?created_at__gte=2026-01-01T00:00:00+00:00",
                  STARTS + "/search?sandbox_id__eq=nosuch&page_id=99",
                  STARTS + "/search?sandbox_id__eq=nosuch&page_id=zzz",
                  STARTS + "/search?sandbox_id__eq=nosuch&page_id=-1",
                  TASKS + "/search?conversation_id__eq=abc",
                  TASKS + "/search?conversation_id__eq=" + nobody,
                  TASKS + "/search?conversation_id__eq=" + nobody + "&page_id=zzz",
                  TASKS + "/search?conversation_id__eq=" + nobody + "&sort_order=NONE",
                  TASKS + "/search?created_at__gte=nonsense",
                  TASKS + "/count?conversation_id__eq=abc",
                  TASKS + "/count?created_at__gte=2099-01-01T00:00:00Z",
                  events(nobody) + "/search",
                  events(nobody) + "/search?page_id=abc",
                  events(nobody) + "/search?sort_order=NONE",
                  events(nobody) + "/search?kind__eq=NoSuchKind",
                  events(nobody) + "/search?timestamp__gte=nonsense",
                  events(nobody) + "/count",
                  events(nobody) + "/count?timestamp__gte=nonsense",
                  events(nobody),
                  events(nobody) + "?id=abc",
                  events(nobody) + "?id=" + nobody,
                  events(nobody) + "?" + times(101, "id=" + nobody),
                  events("abc") + "/search",
                  events("abc") + "/count",
                  events("abc") + "?id=" + nobody)) {
            caller.get(target);
          }
          for (String list :
              List.of(STARTS, TASKS, SANDBOXES, "/api/v1/conversation/" + nobody + "/events")) {
            for (String limit : List.of("0", "-1", "101", "abc", "1.5", "")) {
              caller.get(list + "/search?limit=" + limit);
            }
          }
        });
  }

  @Test
  void writesThatAreRefused(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String unknown : List.of("abc", id, hex)) {
            caller.patch(STARTS + "/" + unknown, "{\"title\":\"T\"}");
            caller.patch(STARTS + "/" + unknown, "{");
            caller.delete(STARTS + "/" + unknown);
            caller.post(STARTS + "/" + unknown + "/send-message", "{" + content("x") + "}");
            caller.post(STARTS + "/" + unknown + "/send-message", "{}");
          }
          caller.delete(SANDBOXES + "/x?sandbox_id=");
          caller.delete(SANDBOXES + "/x?sandbox_id=nosuch");
        });
  }

  @Test
  void keysAreLookedAt(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String[] headers :
              new String[][] {
                {},
                {key(), "fake-wrong-key"},
                {"Authorization", "Bearer " + RealServer.KEY},
                {"X-Access-Token", RealServer.KEY}
              }) {
            caller.say("GET", STARTS + "/search?limit=1", "", headers);
            caller.say("GET", STARTS + "?ids=abc", "", headers);
            caller.say("POST", STARTS, "{", headers);
            caller.say("POST", STARTS, "{\"conversation_id\":\"abc\"}", headers);
            caller.say("DELETE", STARTS + "/" + id, "", headers);
            caller.say("GET", SANDBOXES + "?id=x", "", headers);
            caller.say("GET", events(id) + "/count", "", headers);
            caller.say("GET", "/api/conversations", "", headers);
          }
          for (String open : Surroundings.OPEN) {
            caller.say("GET", open, "");
          }
        });
  }

  @Test
  void surroundingsWithoutWebApp(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(server, Surroundings::walk);
  }

  @Test
  void surroundingsWithWebApp(@On(ServerKind.V1_WITH_WEB_APP) RealServer server) throws Exception {
    assertThat(
            Likeness.differences(
                ServerKind.V1_WITH_WEB_APP, Recording.of(server, Surroundings::walk)))
        .isEmpty();
  }

  private static void assertAlike(RealServer server, Recording.Talk talk) throws Exception {
    assertThat(Likeness.differences(ServerKind.V1, Recording.of(server, talk))).isEmpty();
  }

  private static String start(RawCaller caller, String body, Object... values) throws Exception {
    return Answers.parsed(caller.post(STARTS, body.formatted(values)).body()).path("id").asText();
  }

  private static JsonNode ready(RawCaller caller, String task) throws Exception {
    return caller.until(TASKS + "?ids=" + task, is("/0/status", "READY"));
  }

  /** Deletes the sandboxes of starts that failed. */
  private static void clean(RawCaller caller, String... tasks) throws Exception {
    for (String task : tasks) {
      String sandbox =
          Answers.parsed(caller.get(TASKS + "?ids=" + task).body()).at("/0/sandbox_id").asText();
      caller.delete(SANDBOXES + "/x?sandbox_id=" + sandbox);
    }
  }

  private static java.util.function.Predicate<JsonNode> is(String pointer, String value) {
    return answer -> answer.at(pointer).asText().equals(value);
  }

  private String events() {
    return events(id);
  }

  private static String events(String conversation) {
    return "/api/v1/conversation/" + conversation + "/events";
  }

  private static String key() {
    return "X-Session-API-Key";
  }

  private static String times(int count, String parameter) {
    return IntStream.range(0, count).mapToObj(i -> parameter).collect(Collectors.joining("&"));
  }

  private static String message(String text) {
    return "\"initial_message\":{" + content(text) + "}";
  }

  private static String content(String text) {
    return "\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]";
  }
}
