package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a start task as the server does. */
final class StartTaskJson {

  private StartTaskJson() {}

  /** The task; with or without zone in its times. */
  static ObjectNode of(SimulatedStartTask task, boolean zone) {
    ObjectNode json = Json.object();
    json.put("id", task.id());
    json.putNull("created_by_user_id");
    json.put("status", task.rawStatus().name());
    json.put("detail", task.rawDetail());
    json.put("app_conversation_id", task.rawConversationId());
    json.put("sandbox_id", task.rawSandboxId());
    json.put("agent_server_url", task.agentServerUrl());
    json.set("request", task.echo().deepCopy());
    String end = zone ? "Z" : "";
    json.put("created_at", Timestamps.naive(task.createdAt()) + end);
    json.put("updated_at", Timestamps.naive(task.updatedAt()) + end);
    return json;
  }
}
