package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs, stops and answers an agent, as the routes of its own server do. */
final class AgentControls {

  private static final Set<String> ANSWERS =
      Set.of("ObservationEvent", "UserRejectObservation", "AgentErrorEvent");

  private final World world;

  /** For one world. */
  AgentControls(World world) {
    this.world = world;
  }

  /** Sets off a run; false when one is under way, or the agent reads as if one were. */
  boolean run(SimulatedConversation agent, Instant at) {
    if (agent.isUnderWay() || "running".equals(agent.rawExecution())) {
      return false;
    }
    agent.startRun(at);
    return true;
  }

  /** Stops an agent that is idle or runs, by leaving an event of this kind; else does nothing. */
  void stop(SimulatedConversation agent, String kind, Instant at) {
    String execution = agent.rawExecution();
    if ("idle".equals(execution) || "running".equals(execution)) {
      world.events().write(agent.id(), kind, "user", Json.object(), at);
      agent.cutShort(RunStep.of("paused"), at);
      agent.reportedByAgent(at);
    }
  }

  /** Carries the waiting actions out and runs on. */
  void accept(SimulatedConversation agent, Instant at) {
    for (JsonNode action : waiting(agent)) {
      ObjectNode fields = answerTo(action);
      String command = action.at("/action/command").asText();
      fields.set("observation", TerminalJson.answer(command, "", 0));
      fields.putArray("extended_content");
      world.events().write(agent.id(), "ObservationEvent", "environment", fields, at);
    }
    run(agent, at);
  }

  /** Refuses the waiting actions; an agent that waited is idle then. */
  void reject(SimulatedConversation agent, String reason, Instant at) {
    for (JsonNode action : waiting(agent)) {
      ObjectNode fields = answerTo(action).put("rejection_reason", reason);
      fields.put("rejection_source", "user");
      world.events().write(agent.id(), "UserRejectObservation", "environment", fields, at);
    }
    if ("waiting_for_confirmation".equals(agent.rawExecution())) {
      agent.cutShort(RunStep.of("idle"), at);
    }
  }

  private static ObjectNode answerTo(JsonNode action) {
    ObjectNode fields = Json.object();
    fields.set("tool_name", action.path("tool_name"));
    fields.set("tool_call_id", action.path("tool_call_id"));
    fields.set("action_id", action.path("id"));
    return fields;
  }

  /** The actions without an answer, oldest first; none unless the agent waits. */
  private List<JsonNode> waiting(SimulatedConversation agent) {
    if (!"waiting_for_confirmation".equals(agent.rawExecution())) {
      return List.of();
    }
    Set<String> answered = new HashSet<>();
    List<JsonNode> waiting = new ArrayList<>();
    for (StoredEvent event : SortedEvents.reversed(world.events().of(agent.id()).agent())) {
      if (event.kind().equals("MessageEvent")) {
        break;
      }
      JsonNode json = event.json();
      String call = json.path("tool_call_id").asText();
      if (ANSWERS.contains(event.kind())) {
        answered.add(call);
      } else if (event.kind().equals("ActionEvent") && !answered.contains(call)) {
        waiting.add(0, json);
      }
    }
    return waiting;
  }
}
