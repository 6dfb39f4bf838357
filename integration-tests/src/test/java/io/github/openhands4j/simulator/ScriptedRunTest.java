package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs that do things, and how their events come to both servers. */
class ScriptedRunTest {

  private static final Outcome WORK =
      Outcome.finished()
          .doing(
              AgentStep.think("The build comes first."),
              AgentStep.terminal("make test", "2 failed", 2),
              AgentStep.createFile("/workspace/project/a.txt", "one two"),
              AgentStep.editFile("/workspace/project/a.txt", "two", "three"),
              AgentStep.failedCall("no_such_tool", "Tool 'no_such_tool' not found."),
              AgentStep.mcpTool("search_web", "query", "notes", "3 hits"),
              AgentStep.stats(0.25, 1200, 90),
              AgentStep.event("BrandNewEvent", "hook", "{\"extra\":[1,null]}"),
              AgentStep.finish("All tests pass now."));

  private static String events(AgentWorld world) {
    return "/api/v1/conversation/" + world.id + "/events";
  }

  @Test
  void runLeavesTheEventsOfItsSteps() throws IOException {
    try (AgentWorld world = new AgentWorld(OpenHandsSimulator.builder(), WORK)) {
      world.server.advance(10);

      JsonNode stored = world.app.get(events(world) + "/search").json();
      assertThat(AgentWorld.kinds(stored))
          .containsExactly(
              "SystemPromptEvent",
              "MessageEvent",
              "ConversationStateUpdateEvent running",
              "ActionEvent ThinkAction",
              "ObservationEvent ThinkObservation",
              "ActionEvent TerminalAction",
              "ObservationEvent TerminalObservation",
              "ActionEvent FileEditorAction",
              "ObservationEvent FileEditorObservation",
              "ActionEvent FileEditorAction",
              "ObservationEvent FileEditorObservation",
              "ActionEvent",
              "AgentErrorEvent",
              "ActionEvent MCPToolAction",
              "ObservationEvent MCPToolObservation",
              "ConversationStateUpdateEvent",
              "BrandNewEvent",
              "ActionEvent FinishAction",
              "ObservationEvent FinishObservation",
              "ConversationStateUpdateEvent finished");
      JsonNode action = stored.at("/items/5");
      JsonNode observation = stored.at("/items/6");
      assertThat(action.at("/action/command").asText()).isEqualTo("make test");
      assertThat(action.at("/tool_call/arguments").asText())
          .isEqualTo("{\"command\":\"make test\",\"is_input\":false,\"reset\":false}");
      assertThat(action.has("summary")).isTrue();
      assertThat(observation.get("action_id")).isEqualTo(action.get("id"));
      assertThat(observation.get("tool_call_id")).isEqualTo(action.get("tool_call_id"));
      assertThat(observation.at("/observation/exit_code").asInt()).isEqualTo(2);
      assertThat(stored.at("/items/10/observation/new_content").asText()).isEqualTo("one three");
      assertThat(stored.at("/items/11/action").isNull()).isTrue();
      assertThat(stored.at("/items/16/extra/0").asInt()).isEqualTo(1);
      assertThat(world.sandbox().workspace().file("a.txt").orElseThrow())
          .asString()
          .isEqualTo("one three");
    }
  }

  @Test
  void agentServerListsTheSystemPromptFirstAndLeavesNullsOut() throws IOException {
    try (AgentWorld world = new AgentWorld(OpenHandsSimulator.builder(), WORK)) {
      world.server.advance(10);

      JsonNode page = world.get(world.conversation + "/events/search").json();

      assertThat(AgentWorld.kinds(page)).hasSize(20).startsWith("SystemPromptEvent");
      assertThat(page.at("/items/5").has("summary")).isFalse();
      assertThat(page.at("/items/11").has("action")).isFalse();
      assertThat(page.at("/items/1/parent_id")).isEqualTo(page.at("/items/0/id"));
    }
  }

  @Test
  void systemPromptIsStoredLikeAnyOtherEvent() throws IOException {
    try (AgentWorld world =
        new AgentWorld(OpenHandsSimulator.builder(), Outcome.runningForever())) {
      assertThat(AgentWorld.kinds(world.app.get(events(world) + "/search").json()))
          .startsWith("SystemPromptEvent", "MessageEvent");
    }
  }

  @Test
  void eventsComeInBatchesAndTheRestLater() throws IOException {
    ManualClock clock = new ManualClock();
    try (AgentWorld world =
        new AgentWorld(
            OpenHandsSimulator.builder().clock(clock).eventDelivery(5, Duration.ofSeconds(30)),
            WORK)) {
      world.server.advance(3);

      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("5");
      assertThat(world.get(world.conversation + "/events/count").text()).isEqualTo("9");
      clock.plusSeconds(29);
      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("5");
      clock.plusSeconds(1);
      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("9");
    }
  }
}
