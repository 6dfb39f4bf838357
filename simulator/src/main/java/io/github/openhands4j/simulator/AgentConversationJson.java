package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a conversation as the agent server does. */
final class AgentConversationJson {

  private AgentConversationJson() {}

  /** The conversation, with a masked key. */
  static ObjectNode of(SimulatedConversation conversation) {
    ObjectNode json = Json.object().put("id", Uuids.dashed(conversation.id()));
    ObjectNode agent = json.putObject("agent");
    agent
        .putObject("llm")
        .put("model", conversation.fields().path("llm_model").asText())
        .put("api_key", "**********")
        .putNull("base_url")
        .put("usage_id", "agent");
    agent.putArray("tools").addObject().put("name", "terminal").putObject("params");
    agent.putObject("mcp_config");
    agent.put("kind", "Agent");
    json.putObject("workspace")
        .put("working_dir", SimulatedWorkspace.ROOT)
        .put("kind", "LocalWorkspace");
    json.put("persistence_dir", "workspace/conversations");
    json.put("max_iterations", 500).put("stuck_detection", true);
    json.put("execution_status", conversation.rawExecution());
    json.putObject("confirmation_policy").put("kind", conversation.confirmationPolicy());
    json.putNull("security_analyzer");
    json.putArray("activated_knowledge_skills");
    json.putObject("blocked_actions");
    json.putObject("blocked_messages");
    json.set("stats", conversation.stats());
    json.putObject("secret_registry").putObject("secret_sources");
    json.putObject("agent_state");
    json.set("title", conversation.fields().path("title"));
    json.putNull("metrics");
    json.set("tags", conversation.fields().path("tags"));
    json.put("created_at", Timestamps.zoned(conversation.createdAt()));
    json.put("updated_at", Timestamps.zoned(conversation.updatedAt()));
    return json;
  }
}
