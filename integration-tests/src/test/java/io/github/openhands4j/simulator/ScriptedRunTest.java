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
              "ConversationStateUpdateEvent an id",
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
      JsonNode action = stored.at("/items/6");
      JsonNode observation = stored.at("/items/7");
      assertThat(action.at("/action/command").asText()).isEqualTo("make test");
      assertThat(action.at("/tool_call/arguments").asText())
          .isEqualTo("{\"command\":\"make test\",\"is_input\":false,\"reset\":false}");
      assertThat(action.get("summary").asText()).startsWith("terminal: {");
      assertThat(action.has("critic_result")).isTrue();
      assertThat(observation.get("action_id")).isEqualTo(action.get("id"));
      assertThat(observation.get("tool_call_id")).isEqualTo(action.get("tool_call_id"));
      assertThat(observation.at("/observation/exit_code").asInt()).isEqualTo(2);
      assertThat(stored.at("/items/11/observation/new_content").asText()).isEqualTo("one three");
      assertThat(stored.at("/items/12/action").isNull()).isTrue();
      assertThat(stored.at("/items/17/extra/0").asInt()).isEqualTo(1);
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

      assertThat(AgentWorld.kinds(page)).hasSize(21).startsWith("SystemPromptEvent");
      assertThat(page.at("/items/6").has("critic_result")).isFalse();
      assertThat(page.at("/items/12").has("action")).isFalse();
      assertThat(page.at("/items/1").has("parent_id")).isFalse();
      assertThat(page.at("/items/16/value/usage_to_metrics/agent/max_budget_per_task").isNull())
          .isTrue();
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
      world.server.advance(2);

      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("5");
      assertThat(world.get(world.conversation + "/events/count").text()).isEqualTo("8");
      clock.plusSeconds(29);
      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("5");
      clock.plusSeconds(1);
      assertThat(world.app.get(events(world) + "/count").text()).isEqualTo("8");
    }
  }
}
