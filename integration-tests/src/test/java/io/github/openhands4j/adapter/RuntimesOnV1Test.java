package io.github.openhands4j.adapter;

import static io.github.openhands4j.adapter.AdaptedServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimesOnV1Test {

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void configNamesTheSandboxAndTheIdAsTyped() {
    String id = world.running();
    String typed = id.toUpperCase(Locale.ROOT);

    assertThat(world.client().runtimes().config(typed).runtimeId())
        .isEqualTo(world.sandbox(id).id());
    assertThat(world.client().runtimes().config(typed).sessionId()).isEqualTo(typed);
  }

  @Test
  void editorAndHostsAreTheSandboxesExposedUrls() {
    String id = world.running();

    assertThat(world.client().runtimes().vscodeUrl(id)).isPresent();
    assertThat(world.client().runtimes().webHosts(id))
        .hasSize(2)
        .containsValues(12000, 12001)
        .allSatisfy((url, port) -> assertThat(url).startsWith("http"));
  }

  @Test
  void stoppedConversationHasNeither() {
    String id = world.running();
    world.client().stopConversation(id);

    V0Exception editor = failureOf(() -> world.client().runtimes().vscodeUrl(id));
    V0Exception hosts = failureOf(() -> world.client().runtimes().webHosts(id));

    assertThat(editor.status()).isEqualTo(500);
    assertThat(editor.body()).startsWith("{\"vscode_url\":null,\"error\":\"Error getting VSCode");
    assertThat(hosts.body()).startsWith("{\"hosts\":null,\"error\":\"Error getting runtime hosts");
  }

  @Test
  void skillsShowAsMicroagents() {
    world.server().account().addSkill("docker", "knowledge", "Use it.", "docker");
    world.server().account().addSkill("app", "repo", "Know it.");

    assertThat(world.client().runtimes().microagents(world.running()))
        .extracting(Microagent::name)
        .containsExactly("app", "docker");
  }

  @Test
  void stoppedConversationHasNoMicroagents() {
    String id = world.running();
    world.client().stopConversation(id);

    assertThat(failureOf(() -> world.client().runtimes().microagents(id)).body())
        .isEqualTo("{\"error\":\"Agent session not found for this conversation\"}");
  }

  @Test
  void whatV1DoesNotHaveIsRefusedWithoutARequest() {
    world.server().journal().clear();

    assertThat(failureOf(() -> world.client().runtimes().rememberPrompt("x", 1)).status())
        .isEqualTo(501);
    assertThat(failureOf(() -> world.client().runtimes().submitFeedback("x", Map.of())).body())
        .startsWith("{\"error\":\"V1 takes no feedback");
    assertThat(failureOf(() -> world.client().runtimes().addExperimentConfig("x", null)).status())
        .isEqualTo(501);
    assertThat(failureOf(() -> world.client().user().microagents("a/b")).body())
        .startsWith("\"V1 does not look");
    assertThat(world.server().journal().requests()).isEmpty();
  }

  /** The server names such a row null; the start task says that the conversation exists. */
  @Test
  void startOfAConversationWhoseRowCannotBeReadTellsTheStatusThatTheListTells() {
    String id = world.running();
    assertThat(world.client().getConversation(id).orElseThrow().status())
        .isEqualTo(ConversationStatus.RUNNING);
    world
        .server()
        .disturbNext(
            "GET",
            "/api/v1/app-conversations",
            Disturbance.taken().answer(200, "application/json", "[null]"));

    assertThat(world.client().startConversation(id, List.of()).conversationStatus())
        .isEqualTo(ConversationStatus.RUNNING);
    assertThat(world.server().journal().count("GET", "/api/v1/app-conversations/start-tasks.*"))
        .isPositive();
  }

  @Test
  void sandboxInAStateOfANewerServerIsNeitherResumedNorPaused() {
    String id = world.running();
    String row =
        "[{\"id\":\"%s\",\"sandbox_id\":\"%s\",\"sandbox_status\":\"HIBERNATING\"}]"
            .formatted(id, world.server().sandboxes().get(0).id());
    for (int reads = 0; reads < 2; reads++) {
      world
          .server()
          .disturbNext(
              "GET",
              "/api/v1/app-conversations",
              Disturbance.taken().answer(200, "application/json", row));
    }

    assertThat(failureOf(() -> world.client().startConversation(id, List.of())).status())
        .isEqualTo(500);
    assertThat(failureOf(() -> world.client().stopConversation(id)).status()).isEqualTo(500);

    assertThat(world.server().journal().count("POST", "/api/v1/sandboxes/.*")).isZero();
  }
}
