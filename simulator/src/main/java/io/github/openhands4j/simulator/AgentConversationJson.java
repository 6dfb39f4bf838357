package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a conversation as the agent server does. */
final class AgentConversationJson {

  private static final List<String> NOT_USED =
      List.of(
          "current_model_id",
          "forked_from_conversation_id",
          "forked_from_event_id",
          "hook_config",
          "last_user_message_id",
          "launched_agent_profile",
          "leaf_event_id");

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
    json.putObject("security_analyzer").put("kind", "LLMSecurityAnalyzer");
    json.putArray("activated_knowledge_skills");
    json.putArray("invoked_skills");
    json.putArray("client_tools");
    json.putArray("available_models");
    json.put("supports_runtime_model_switch", true);
    NOT_USED.forEach(json::putNull);
    json.putObject("blocked_actions");
    json.putObject("blocked_messages");
    json.set("stats", conversation.stats());
    json.putObject("secret_registry").putObject("secret_sources");
    json.putObject("agent_state");
    json.putNull("title"); // it is the app server that gives one
    json.putNull("metrics");
    ObjectNode tags = conversation.fields().path("tags").deepCopy();
    json.set("tags", tags.without("archiveworkspacepath"));
    json.put("created_at", Timestamps.zoned(conversation.createdAt()));
    json.put("updated_at", Timestamps.zoned(conversation.updatedAt()));
    return json;
  }
}
