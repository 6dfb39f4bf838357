package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A test can ask whether its program called something the simulator does not have. */
class RequestsWithoutRouteTest {

  private static List<String> unknown(OpenHandsSimulator server) {
    return server.requestsWithoutRoute().stream()
        .map(request -> request.method() + " " + request.path() + " " + request.status())
        .toList();
  }

  @Test
  void requestsWithARouteAreNotAmongThem() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().apiKey("fake-key").start()) {
      Caller caller = new Caller(server);
      caller.get("/alive");
      caller.get(Caller.TASKS + "/search");
      caller.post(Caller.STARTS, "{");
      caller.send("DELETE", Caller.STARTS + "/not-there", "");

      assertThat(server.journal().requests()).hasSize(4);
      assertThat(unknown(server)).isEmpty();
    }
  }

  @Test
  void otherPathsAndMethodsAre() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().webApp(true).start()) {
      Caller caller = new Caller(server);
      caller.get("/api/conversations");
      caller.send("PUT", Caller.STARTS, "{}");
      caller.send("OPTIONS", "/api/conversations", "");

      assertThat(unknown(server))
          .containsExactly("GET /api/conversations 200", "PUT " + Caller.STARTS + " 405");
    }
  }

  @Test
  void theAgentServersAreToo() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().agentPathPrefix(true).start()) {
      Caller agent = new Caller(server.agentServer().baseUrl());
      agent.get("/alive");
      agent.get("/runtime/one/nothing-here");

      assertThat(unknown(server)).containsExactly("GET /runtime/one/nothing-here 503");
    }
  }

  @Test
  void theKeyIsTold() {
    try (OpenHandsSimulator open = OpenHandsSimulator.start();
        OpenHandsSimulator closed = OpenHandsSimulator.builder().apiKey("fake-key").start()) {
      assertThat(open.apiKey()).isEmpty();
      assertThat(closed.apiKey()).hasValue("fake-key");
    }
  }
}
