package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V0Scenario.ALL;
import static io.github.openhands4j.realserver.likeness.V0Scenario.NOBODY;
import static io.github.openhands4j.realserver.likeness.V0Scenario.assertAlike;
import static io.github.openhands4j.realserver.likeness.V0Scenario.idOf;
import static io.github.openhands4j.realserver.likeness.V0Scenario.is;
import static io.github.openhands4j.realserver.likeness.V0Scenario.newConversation;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator of the V0 server answers as the real one does. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V0LikenessIT {

  @Test
  void wholeLifeOfAConversation(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one = newConversation(caller, "{\"initial_user_msg\":\"FINISH: x\"}");
          caller.get(one);
          caller.until(one, is("/status", "RUNNING"));
          caller.post(one + "/start", "{}");
          caller.get(ALL);
          caller.get(ALL + "?limit=1");
          caller.get(ALL + "?conversation_trigger=slack");
          caller.get(ALL + "?selected_repository=a/b");
          messages(caller, one);
          titles(caller, one);
          caller.post(one + "/stop", "");
          caller.until(one, is("/status", "STOPPED"));
          caller.post(one + "/stop", "");
          caller.post(one + "/message", "{\"message\":\"hello\"}");
          caller.post(one + "/start", "{}");
          caller.until(one, is("/status", "RUNNING"));
          caller.post(one + "/start", "{\"providers_set\":[\"github\"]}");
          caller.delete(one);
          caller.delete(one);
          caller.get(one);
        });
  }

  private static void messages(RawCaller caller, String one) throws Exception {
    for (String body :
        List.of(
            "{\"message\":\"hello\"}",
            "{\"message\":\"\"}",
            "{\"message\":5}",
            "{\"message\":\"x\",\"nope\":1}",
            "{}",
            "[]",
            "{",
            "")) {
      caller.post(one + "/message", body);
    }
  }

  private static void titles(RawCaller caller, String one) throws Exception {
    for (String body :
        List.of(
            "{\"title\":\" T \"}",
            "{\"title\":\"" + "t".repeat(200) + "\"}",
            "{\"title\":\"" + "t".repeat(201) + "\"}",
            "{\"title\":\"\"}",
            "{\"title\":5}",
            "{\"title\":null}",
            "{\"title\":\"T\",\"nope\":1}",
            "{}",
            "[]",
            "{",
            "")) {
      caller.patch(one, body);
    }
  }

  @Test
  void createsOfAllKinds(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String body :
              List.of(
                  "",
                  "[]",
                  "{",
                  "nonsense",
                  "{\"nope\":1}",
                  "{\"conversation_id\":\"abc\"}",
                  "{\"initial_user_msg\":5}",
                  "{\"repository\":5}",
                  "{\"selected_branch\":5}",
                  "{\"git_provider\":\"svn\"}",
                  "{\"image_urls\":\"x\"}",
                  "{\"image_urls\":[5]}",
                  "{\"replay_json\":5}",
                  "{\"conversation_instructions\":5}",
                  "{\"suggested_task\":{}}",
                  "{\"suggested_task\":5}",
                  "{\"suggested_task\":{\"git_provider\":\"github\",\"task_type\":\"NAP\","
                      + "\"repo\":\"a/b\",\"issue_number\":1,\"title\":\"t\"}}",
                  "{\"create_microagent\":{}}",
                  "{\"create_microagent\":5}",
                  "{\"mcp_config\":5}",
                  "{\"initial_user_msg\":5,\"nope\":1,\"also\":2}")) {
            caller.post(ALL, body);
          }
          String untyped = idOf(caller.say("POST", ALL, "{}", "X-Session-API-Key", RealServer.KEY));
          caller.say(
              "POST", ALL, "{}", "X-Session-API-Key", RealServer.KEY, "Content-Type", "text/plain");
          String plain = newConversation(caller, "{}");
          caller.get(plain);
          String nulls = newConversation(caller, "{\"repository\":null,\"initial_user_msg\":null}");
          caller.get(nulls);
          caller.delete(ALL + "/" + untyped);
          caller.delete(plain);
          caller.delete(nulls);
        });
  }

  @Test
  void callsThatAreRefused(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String some = newConversation(caller, "{}");
          for (String query :
              List.of(
                  "limit=0",
                  "limit=-1",
                  "limit=101",
                  "limit=abc",
                  "limit=",
                  "page_id=bad",
                  "page_id=MQ==",
                  "page_id=",
                  "page_id=eyJ2MCI6ICJNUT09IiwgInYxIjogbnVsbH0=",
                  "conversation_trigger=boredom",
                  "include_sub_conversations=perhaps",
                  "nonsense=1")) {
            caller.get(ALL + "?" + query);
          }
          // A server that never had a conversation reads no token.
          for (String token : List.of("bad", "MQ==", "eyJ2MCI6ICJNUT09IiwgInYxIjogbnVsbH0=")) {
            caller.get(
                "/api/microagent-management/conversations?selected_repository=octo/nosuch&page_id="
                    + token);
          }
          for (String id : List.of(NOBODY, "abc", "a..b", "x".repeat(101), "a%5Cb")) {
            String one = ALL + "/" + id;
            caller.get(one);
            caller.patch(one, "{\"title\":\"T\"}");
            caller.delete(one);
            caller.post(one + "/start", "{}");
            caller.post(one + "/stop", "");
            caller.post(one + "/message", "{\"message\":\"x\"}");
          }
          for (String body :
              List.of(
                  "",
                  "[]",
                  "{",
                  "{\"providers_set\":5}",
                  "{\"providers_set\":[\"svn\"]}",
                  "{\"providers_set\":null}",
                  "{\"nope\":1}")) {
            caller.post(ALL + "/" + NOBODY + "/start", body);
          }
          caller.delete(some);
        });
  }

  @Test
  void keysAreLookedAt(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String[] headers :
              new String[][] {
                {"Content-Type", "application/json"},
                {"Content-Type", "application/json", "X-Session-API-Key", "fake-wrong-key"},
                {"Content-Type", "application/json", "Authorization", "Bearer " + RealServer.KEY}
              }) {
            caller.say("GET", ALL, "", headers);
            caller.say("GET", ALL + "?limit=abc", "", headers);
            caller.say("GET", ALL + "/" + NOBODY, "", headers);
            caller.say("POST", ALL, "{", headers);
            caller.say("POST", ALL, "{\"nope\":1}", headers);
            caller.say("DELETE", ALL + "/" + NOBODY, "", headers);
            caller.say("POST", ALL + "/" + NOBODY + "/stop", "", headers);
            caller.say("GET", "/api/nosuch", "", headers);
          }
        });
  }

  @Test
  void surroundings(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String path :
              List.of(
                  ALL,
                  ALL + "/" + NOBODY,
                  ALL + "/" + NOBODY + "/start",
                  ALL + "/" + NOBODY + "/message",
                  ALL + "/" + NOBODY + "/nosuch",
                  "/api/nosuch",
                  "/nosuch",
                  "/")) {
            for (String method : List.of("PUT", "OPTIONS", "HEAD")) {
              caller.keyed(method, path, "");
            }
            caller.get(path + (path.endsWith("/") ? "" : "/"));
          }
          caller.delete(ALL);
          caller.patch(ALL, "{}");
          caller.post(ALL + "/" + NOBODY, "{}");
          caller.get(ALL + "/" + NOBODY + "/start");
        });
  }
}
