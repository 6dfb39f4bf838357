package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V0Scenario.ALL;
import static io.github.openhands4j.realserver.likeness.V0Scenario.NOBODY;
import static io.github.openhands4j.realserver.likeness.V0Scenario.assertAlike;
import static io.github.openhands4j.realserver.likeness.V0Scenario.awaitAgent;
import static io.github.openhands4j.realserver.likeness.V0Scenario.newConversation;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The simulator of the V0 server answers as the real one does about events. Each event that it
 * writes is held against the real server's of the same kind.
 */
@ExtendWith(RealServers.class)
@Timeout(600)
class V0EventsLikenessIT {

  @Test
  void runsLeaveEvents(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one =
              newConversation(caller, "{\"initial_user_msg\":\"WAIT: 1\\nRUN: echo hello\"}");
          awaitAgent(caller, one, "finished");
          pages(caller, one);
          caller.get(one + "/trajectory");
          caller.post(one + "/message", "{\"message\":\"SAY: good morning\"}");
          awaitAgent(caller, one, "awaiting_user_input");
          caller.get(one + "/events?limit=100");
          caller.get(one + "/trajectory");
          caller.post(one + "/stop", "");
          caller.until(one, V0Scenario.is("/status", "STOPPED"));
          caller.get(one + "/events?limit=100");
          caller.get(one + "/events?limit=101");
          caller.get(one + "/trajectory");
          caller.post(one + "/events", message("hello"));
          caller.post(one + "/events", "{");
          caller.delete(one);
        });
  }

  @Test
  void failuresLeaveEvents(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one = newConversation(caller, "{\"initial_user_msg\":\"WAIT: 1\\nFAIL: 401\"}");
          awaitAgent(caller, one, "error");
          caller.get(one + "/events?limit=100");
          caller.get(one + "/trajectory");
          caller.delete(one);
        });
  }

  private static void pages(RawCaller caller, String one) throws Exception {
    for (String query :
        List.of(
            "",
            "?limit=100",
            "?limit=100&reverse=true",
            "?limit=2",
            "?start_id=1&end_id=2",
            "?start_id=2&end_id=1",
            "?start_id=1000",
            "?start_id=-1&limit=1",
            "?limit=0",
            "?limit=-1",
            "?limit=101",
            "?limit=",
            "?limit=abc",
            "?start_id=abc&end_id=1.5&reverse=perhaps&limit=x",
            "?end_id=&reverse=1")) {
      caller.get(one + "/events" + query);
    }
    for (String filter :
        List.of(
            "{}",
            "null",
            "{\"exclude_hidden\":true}",
            "{\"query\":\"HELLO\"}",
            "{\"source\":\"user\"}",
            "{\"source\":\"nobody\"}",
            "{\"start_date\":\"2099-01-01T00:00:00\"}",
            "{\"end_date\":\"2000-01-01T00:00:00\"}",
            "{\"include_types\":null,\"exclude_types\":null}",
            "{\"exclude_hidden\":\"perhaps\",\"query\":5,\"source\":5}",
            "{\"start_date\":5,\"end_date\":5,\"include_types\":5,\"nope\":1}",
            "[]",
            "5",
            "{")) {
      caller.keyed("GET", one + "/events?limit=100", filter);
    }
  }

  @Test
  void actionsAreTakenOrRefused(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one = newConversation(caller, "{}");
          awaitAgent(caller, one, "awaiting_user_input");
          caller.get(one + "/events");
          caller.post(one + "/events", message("SAY: good morning"));
          awaitAgent(caller, one, "awaiting_user_input");
          for (String action :
              List.of(
                  "{\"action\":\"message\",\"args\":{}}",
                  "{\"action\":\"message\"}",
                  "{\"action\":\"message\",\"args\":{\"content\":\"x\",\"nope\":1}}",
                  "{\"action\":\"nosuch\",\"args\":{}}",
                  "{\"args\":{}}",
                  "{\"observation\":\"null\",\"content\":\"\",\"extras\":{}}",
                  "{}",
                  "[]",
                  "5",
                  "{",
                  "")) {
            caller.post(one + "/events", action);
          }
          caller.post(
              one + "/events",
              "{\"action\":\"change_agent_state\",\"args\":{\"agent_state\":\"paused\"}}");
          awaitAgent(caller, one, "paused");
          caller.get(one + "/events?limit=100");
          caller.say("POST", one + "/events", message("x"), "X-Session-API-Key", RealServer.KEY);
          caller.delete(one);
          for (String unknown : List.of(one, ALL + "/" + NOBODY, ALL + "/abc")) {
            caller.get(unknown + "/events");
            caller.get(unknown + "/events?limit=101&start_id=abc");
            caller.keyed("GET", unknown + "/events", "{");
            caller.post(unknown + "/events", message("x"));
            caller.post(unknown + "/events", "{");
          }
        });
  }

  private static String message(String text) {
    return "{\"action\":\"message\",\"args\":{\"content\":\"" + text + "\"}}";
  }
}
