package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a conversation as the server does. */
final class ConversationJson {

  private static final List<String> UNTIL_MODEL =
      List.of(
          "selected_repository",
          "selected_branch",
          "git_provider",
          "title",
          "trigger",
          "pr_number",
          "llm_model");

  private static final List<String> ASKED_FOR =
      List.of("selected_repository", "selected_branch", "git_provider", "trigger");

  private static final Map<String, String> REPOSITORY_TAGS =
      Map.of(
          "repo_name", "selected_repository",
          "git_provider", "git_provider",
          "selected_branch", "selected_branch");

  private ConversationJson() {}

  /** The record a start makes from its request; title and public of the request are not used. */
  static ObjectNode initialRecord(String id, JsonNode echo) {
    ObjectNode record = Json.object();
    for (String name : UNTIL_MODEL) {
      record.set(name, echo.path(name).deepCopy());
    }
    record.put("title", "Conversation " + id.substring(0, 5));
    if (record.get("llm_model").isNull()) {
      record.put("llm_model", "openai/fake-model");
    }
    record.set("parent_conversation_id", echo.path("parent_conversation_id"));
    record.putNull("public");
    record.set("tags", tags(echo));
    return record;
  }

  /** What a report of the agent server alone makes of a record. */
  static ObjectNode stub(String id) {
    ObjectNode stub = Json.object();
    for (String name : ASKED_FOR) {
      stub.putNull(name);
    }
    stub.putArray("pr_number");
    stub.putNull("parent_conversation_id");
    stub.putObject("tags");
    return stub.put("title", "Conversation " + id);
  }

  /**
   * The conversation.
   *
   * @param withChildren whether {@code sub_conversation_ids} is filled, which only batch reads do
   */
  static ObjectNode of(World world, SimulatedConversation conversation, boolean withChildren) {
    JsonNode record = conversation.fields();
    Optional<SimulatedSandbox> sandbox = world.sandbox(conversation.sandboxId());
    SandboxStatus status = sandbox.map(SimulatedSandbox::rawStatus).orElse(SandboxStatus.MISSING);
    ObjectNode json = Json.object();
    json.put("id", conversation.id());
    json.putNull("created_by_user_id");
    json.put("sandbox_id", conversation.sandboxId());
    for (String name : UNTIL_MODEL) {
      json.set(name, record.path(name).deepCopy());
    }
    json.put("agent_kind", "openhands");
    json.set("metrics", metrics(conversation.finishedRuns()));
    json.set("parent_conversation_id", record.path("parent_conversation_id"));
    ArrayNode children = json.putArray("sub_conversation_ids");
    if (withChildren) {
      world.conversations().stream()
          .filter(child -> conversation.id().equals(parent(child).textValue()))
          .forEach(child -> children.add(child.id()));
    }
    json.set("public", record.path("public"));
    json.set("tags", record.path("tags").deepCopy());
    json.put("created_at", Timestamps.zoned(conversation.createdAt()));
    json.put("updated_at", Timestamps.zoned(conversation.updatedAt()));
    json.put("sandbox_status", status.name());
    json.put("execution_status", conversation.execution());
    json.putNull("conversation_url");
    json.putNull("session_api_key");
    if (status == SandboxStatus.RUNNING) {
      sandbox.ifPresent(
          running -> {
            json.put(
                "conversation_url",
                running.agentServerUrl() + "/api/conversations/" + conversation.id());
            json.put("session_api_key", running.rawSessionKey());
          });
    }
    json.putNull("acp_server");
    json.putNull("launched_agent_profile");
    return json;
  }

  /** Where the workspace is, and what of the repository was asked for; a PATCH leaves it alone. */
  private static ObjectNode tags(JsonNode echo) {
    ObjectNode tags = Json.object().put("archiveworkspacepath", ".");
    REPOSITORY_TAGS.forEach(
        (tag, field) -> {
          if (echo.hasNonNull(field)) {
            tags.set(tag, echo.path(field));
          }
        });
    return tags;
  }

  private static JsonNode parent(SimulatedConversation child) {
    return child.fields().path("parent_conversation_id");
  }

  private static ObjectNode metrics(int runs) {
    return MetricsJson.of("default", 0.0, "", 200L * runs, 20L * runs, runs == 0 ? 0 : 110);
  }
}
