package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an agent does at one moment into the events of its conversation.
 *
 * @param workspace the files of its sandbox, null when the sandbox is gone
 */
record AgentHand(
    EventLog log, String conversationId, @Nullable SimulatedWorkspace workspace, Instant at) {

  /** An action that waits for its answer. */
  record Pending(String actionId, String callId, String tool) {}

  /** Adds any event. */
  String write(String kind, String source, ObjectNode fields) {
    return log.write(conversationId, kind, source, fields, at);
  }

  /**
   * Adds an action.
   *
   * @param action the action with its kind, null for a call that was not understood
   */
  Pending act(String tool, @Nullable ObjectNode action, String thought) {
    String callId = "toolu_" + Uuids.random().substring(0, 12);
    ObjectNode call = EventJson.call(callId, tool, action == null ? Json.object() : action);
    ObjectNode fields = EventJson.action(action, call, thought);
    return new Pending(write("ActionEvent", "agent", fields), callId, tool);
  }

  /** Adds the answer to an action. */
  void observe(Pending action, ObjectNode observation) {
    ObjectNode fields = Json.object();
    fields.put("tool_name", action.tool());
    fields.put("tool_call_id", action.callId());
    fields.set("observation", observation);
    fields.put("action_id", action.actionId());
    fields.putArray("extended_content");
    write("ObservationEvent", "environment", fields);
  }
}
