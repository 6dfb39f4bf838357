package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.simulator.Auth;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulated agent server answers as the one of a real sandbox does. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1AgentLikenessIT {

  private static final String ONE = "/api/conversations/{id}";
  private static final String NOBODY = "/api/conversations/00000000-0000-4000-8000-000000000000";

  private final Ids ids = new Ids();
  private final List<Difference> found = new ArrayList<>();

  @Test
  void everyRouteAnswersAlike(@On(ServerKind.V1) RealServer server) throws Exception {
    try (OpenHandsSimulator simulator =
            OpenHandsSimulator.builder().auth(Auth.SESSION_KEY).apiKey(RealServer.KEY).start();
        OpenHandsClient onReal = AgentSide.client(server.baseUrl());
        OpenHandsClient onSimulator = AgentSide.client(simulator.baseUrl())) {
      AgentSide real = AgentSide.idle(onReal);
      AgentSide simulated = AgentSide.idle(onSimulator);
      ids.learn(real.conversation(), simulated.conversation());

      surroundings(real, simulated);
      reads(real, simulated);
      writes(real, simulated);
      commands(real, simulated);
      files(real, simulated);
      refusals(real, simulated);
    }
    assertThat(Likeness.unknown(ServerKind.V1, found)).isEmpty();
  }

  private void surroundings(AgentSide real, AgentSide simulated) throws Exception {
    for (String target :
        List.of("/", "/alive", "/health", "/ready", "/server_info", "/api/tools/", "/nowhere")) {
      both("GET", target, "", real, simulated);
    }
  }

  private void reads(AgentSide real, AgentSide simulated) throws Exception {
    for (String target :
        List.of(
            ONE,
            "/api/conversations/search?limit=10",
            "/api/conversations/search?limit=0",
            ONE + "/agent_final_response",
            ONE + "/events/search?limit=5",
            ONE + "/events/search?limit=0",
            ONE + "/events/search?limit=101",
            ONE + "/events/search?sort_order=NOPE",
            ONE + "/events/count",
            ONE + "/events/00000000-0000-4000-8000-000000000000")) {
      both("GET", target, "", real, simulated);
    }
  }

  private void writes(AgentSide real, AgentSide simulated) throws Exception {
    both(
        "POST",
        ONE + "/events",
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Wait\"}],\"run\":false}",
        real,
        simulated);
    both("POST", ONE + "/events", "{\"role\":\"boss\"}", real, simulated);
    both(
        "POST",
        ONE + "/confirmation_policy",
        "{\"policy\":{\"kind\":\"AlwaysConfirm\"}}",
        real,
        simulated);
    both("POST", ONE + "/confirmation_policy", "{\"policy\":{\"kind\":\"No\"}}", real, simulated);
    both(
        "POST",
        ONE + "/events/respond_to_confirmation",
        "{\"accept\":false,\"reason\":\"no\"}",
        real,
        simulated);
    both("POST", ONE + "/events/respond_to_confirmation", "{}", real, simulated);
    both("POST", ONE + "/interrupt", "", real, simulated);
    both("POST", ONE + "/pause", "", real, simulated);
  }

  private void commands(AgentSide real, AgentSide simulated) throws Exception {
    RecordedExchange started =
        both(
            "POST",
            "/api/bash/start_bash_command",
            "{\"command\":\"echo hello\"}",
            real,
            simulated);
    JsonNode command = Answers.parsed(started.body());
    both(
        "GET",
        "/api/bash/bash_events/search?command_id__eq=" + command.path("id").asText(),
        "",
        real,
        simulated);
    both("POST", "/api/bash/start_bash_command", "{}", real, simulated);
    both("GET", "/api/bash/bash_events/search?limit=0", "", real, simulated);
  }

  private void files(AgentSide real, AgentSide simulated) throws Exception {
    for (String target :
        List.of(
            "/api/file/download?path=/nowhere/none.txt",
            "/api/file/download?path=none.txt",
            "/api/file/download",
            "/api/file/archive?path=none&format=tar.gz",
            "/api/file/archive?path=/nowhere&format=tar.gz",
            "/api/file/archive?path=/nowhere&format=zip",
            "/api/git/diff?path=/nowhere/none.txt",
            "/api/git/diff",
            "/api/vscode/url")) {
      both("GET", target, "", real, simulated);
    }
  }

  private void refusals(AgentSide real, AgentSide simulated) throws Exception {
    for (String target :
        List.of(
            NOBODY,
            NOBODY + "/events/search",
            NOBODY + "/events/count",
            NOBODY + "/agent_final_response")) {
      both("GET", target, "", real, simulated);
    }
    for (String call : List.of("/run", "/pause", "/interrupt")) {
      both("POST", NOBODY + call, "", real, simulated);
    }
    both("POST", NOBODY + "/events/respond_to_confirmation", "{\"accept\":true}", real, simulated);
    for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("fake-wrong-key"))) {
      for (String target : List.of(ONE, "/api/tools/", "/api/bash/bash_events/search", "/alive")) {
        compare(real.say("GET", target, "", key), simulated.say("GET", target, "", key));
      }
    }
  }

  /** Says the same to both, and gives the real answer. */
  private RecordedExchange both(
      String method, String target, String body, AgentSide real, AgentSide simulated)
      throws Exception {
    RecordedExchange answer = real.say(method, target, body, Optional.of(real.key()));
    compare(
        answer,
        simulated.say(
            method, ids.translate(target), ids.translate(body), Optional.of(simulated.key())));
    return answer;
  }

  private void compare(RecordedExchange answer, RecordedExchange other) {
    found.addAll(Answers.differences(answer, other, ids));
  }
}
