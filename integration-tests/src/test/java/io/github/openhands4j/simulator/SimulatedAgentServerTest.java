package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agent server: its address, its key, and when it cannot be reached. */
class SimulatedAgentServerTest {

  private AgentWorld world;

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void hasAnOriginOfItsOwnThatRecordsAndSandboxesName() throws IOException {
    URI origin = world.server.agentServer().baseUrl();

    assertThat(origin.getPort()).isNotEqualTo(world.server.baseUrl().getPort());
    assertThat(world.app.conversation(world.id).get("conversation_url").asText())
        .isEqualTo(origin + "/api/conversations/" + world.hex);
    assertThat(world.app.sandbox(world.hex).at("/exposed_urls/0/url").asText())
        .isEqualTo(origin.toString());
  }

  @Test
  void onlyThePresentSessionKeyOpensIt() throws IOException {
    String path = world.conversation;
    String key = world.key();

    assertThat(world.agent.get(path).text()).isEqualTo("{\"detail\":\"Unauthorized\"}");
    assertThat(world.agent.get(path, AgentWorld.KEY, "fake-other").status()).isEqualTo(401);
    assertThat(world.agent.get(path, "Authorization", "Bearer " + key).status()).isEqualTo(401);
    assertThat(world.agent.get(path, AgentWorld.KEY, key).status()).isEqualTo(200);
    assertThat(world.server.agentServer().journal().requests())
        .extracting(request -> request.headerNames().contains("authorization"))
        .containsExactly(false, false, true, false);
  }

  @Test
  void sandboxThatDoesNotRunIsAGatewayErrorAndItsOldKeyIsOver() throws IOException {
    String key = world.key();
    world.sandbox().pause();

    Caller.Answer paused = world.agent.get(world.conversation, AgentWorld.KEY, key);
    assertThat(paused.status()).isEqualTo(503);
    assertThat(paused.header("content-type")).hasValue("text/html");
    world.sandbox().resume();
    world.app.sandbox(world.hex);
    world.app.sandbox(world.hex);
    assertThat(world.agent.get(world.conversation, AgentWorld.KEY, key).status()).isEqualTo(401);
    assertThat(world.get(world.conversation).status()).isEqualTo(200);
    String last = world.key();
    world.sandbox().delete();
    assertThat(world.agent.get(world.conversation, AgentWorld.KEY, last).status()).isEqualTo(503);
  }

  @Test
  void keyOpensTheConversationsOfItsSandboxOnly() throws IOException {
    String other = UUID.randomUUID().toString();
    world.app.ready(other);

    assertThat(world.get("/api/conversations/" + other).status()).isEqualTo(404);
    assertThat(world.get("/api/conversations/abc").status()).isEqualTo(422);
  }

  @Test
  void healthAndVersionAreOpen() throws IOException {
    assertThat(world.agent.get("/alive").text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(world.agent.get("/health").text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(world.agent.get("/ready").text()).isEqualTo("{\"status\":\"ready\"}");
    JsonNode info = world.agent.get("/server_info").json();
    assertThat(info.get("version").asText()).isEqualTo("1.34.0");
    assertThat(world.agent.get("/").json().get("title")).isEqualTo(info.get("title"));
    assertThat(world.get("/api/tools/").json()).hasSize(4);
    assertThat(world.agent.get("/api/tools/").status()).isEqualTo(401);
  }

  @Test
  void editorHasAnAddressUnlessItIsTakenAway() throws IOException {
    String path = "/api/vscode/url?base_url=http://127.0.0.1:1&workspace_dir=/workspace";

    assertThat(world.get(path).json().get("url").asText())
        .isEqualTo("http://127.0.0.1:1/?tkn=" + world.key() + "&folder=/workspace");
    world.server.agentServer().disableEditor();
    assertThat(world.get(path).text())
        .isEqualTo(
            "{\"detail\":\"Internal Server Error\",\"exception\":\"503: VSCode is disabled in"
                + " configuration. Set enable_vscode=true to enable.\"}");
  }

  @Test
  void addressCanHaveAPath() throws IOException {
    try (AgentWorld behind =
        new AgentWorld(
            OpenHandsSimulator.builder().agentPathPrefix(true), Outcome.runningForever())) {
      String url = behind.app.conversation(behind.id).get("conversation_url").asText();

      assertThat(url)
          .isEqualTo(
              behind.server.agentServer().baseUrl()
                  + "/runtime/"
                  + behind.hex
                  + "/api/conversations/"
                  + behind.hex);
      assertThat(behind.get(URI.create(url).getPath()).status()).isEqualTo(200);
      assertThat(behind.agent.get("/runtime/" + behind.hex + "/alive").status()).isEqualTo(200);
      behind.sandbox().pause();
      assertThat(behind.agent.get("/runtime/" + behind.hex + "/alive").status()).isEqualTo(503);
    }
  }

  @Test
  void callsCanBeDisturbedAndTheServerCanGoAway() throws IOException {
    world
        .server
        .agentServer()
        .disturbNext("GET", world.conversation, Disturbance.tooManyRequests());

    assertThat(world.get(world.conversation).status()).isEqualTo(429);
    assertThat(world.get(world.conversation).status()).isEqualTo(200);
    world.server.agentServer().shutDown();
    assertThatThrownBy(() -> world.get(world.conversation)).isInstanceOf(ConnectException.class);
    assertThat(world.app.get("/alive").status()).isEqualTo(200);
  }
}
