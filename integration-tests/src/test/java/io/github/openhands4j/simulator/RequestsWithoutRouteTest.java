package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.AgentServerAge.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(AgentServerAge.class)
  void whatAgentServersOfAnotherAgeHaveIsNotAmongThem(AgentServerAge age) throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().agentServerAge(age).start()) {
      Caller agent = new Caller(server.agentServer().baseUrl());
      String conversation = "/api/conversations/0123456789abcdef0123456789abcdef";
      agent.post(conversation + "/interrupt", "");
      agent.get(conversation + "/agent_final_response");
      agent.get("/api/file/archive?path=/a");
      agent.get("/api/file/download?path=/a");
      agent.get("/api/file/download//a");
      agent.get("/api/git/changes//workspace/project");
      agent.get(conversation + "/interrupt");

      assertThat(unknown(server))
          .containsExactly("GET " + conversation + "/interrupt " + (age == CURRENT ? 405 : 404));
    }
  }

  @Test
  void socketsAreNotAmongThemButOnlyWhereThereAreSome() throws Exception {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      knock(server, "/sockets/events/0123456789abcdef0123456789abcdef");
      knock(server, "/sockets/nothing-here");
      new Caller(server.agentServer().baseUrl()).get("/sockets/events/not-as-a-socket");

      assertThat(server.agentServer().journal().requests()).hasSize(3);
      assertThat(unknown(server))
          .containsExactly(
              "GET /sockets/nothing-here 404", "GET /sockets/events/not-as-a-socket 404");
    }
  }

  /** Asks for a socket; whether one opens is of no interest. */
  private static void knock(OpenHandsSimulator server, String path) throws Exception {
    URI url = URI.create("ws" + server.agentServer().baseUrl().toString().substring(4) + path);
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(url, new WebSocket.Listener() {})
        .handle((socket, failure) -> true)
        .get(30, TimeUnit.SECONDS);
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
