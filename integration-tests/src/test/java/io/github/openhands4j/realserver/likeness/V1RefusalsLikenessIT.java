package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V1Scenario.SANDBOXES;
import static io.github.openhands4j.realserver.likeness.V1Scenario.STARTS;
import static io.github.openhands4j.realserver.likeness.V1Scenario.TASKS;
import static io.github.openhands4j.realserver.likeness.V1Scenario.assertAlike;
import static io.github.openhands4j.realserver.likeness.V1Scenario.content;
import static io.github.openhands4j.realserver.likeness.V1Scenario.events;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator of the V1 server refuses what the real one refuses, in its words. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1RefusalsLikenessIT {

  private static final String KEY_HEADER = "X-Session-API-Key";

  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

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
          caller.say("POST", STARTS, "{}", KEY_HEADER, RealServer.KEY);
          caller.say(
              "POST", STARTS, "{}", KEY_HEADER, RealServer.KEY, "Content-Type", "text/plain");
          caller.say("POST", STARTS, "{", KEY_HEADER, RealServer.KEY, "Content-Type", "text/plain");
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
                {KEY_HEADER, "fake-wrong-key"},
                {"Authorization", "Bearer " + RealServer.KEY},
                {"X-Access-Token", RealServer.KEY}
              }) {
            caller.say("GET", STARTS + "/search?limit=1", "", headers);
            caller.say("GET", STARTS + "?ids=abc", "", headers);
            caller.say("POST", STARTS, "{", headers);
            caller.say("POST", STARTS, "{\"conversation_id\":\"abc\"}", headers);
            String[] json = Arrays.copyOf(headers, headers.length + 2);
            json[headers.length] = "Content-Type";
            json[headers.length + 1] = "application/json";
            caller.say("POST", STARTS, "{", json);
            caller.say("POST", STARTS, "{\"conversation_id\":\"abc\"}", json);
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

  private static String times(int count, String parameter) {
    return IntStream.range(0, count).mapToObj(i -> parameter).collect(Collectors.joining("&"));
  }
}
