package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a V0 create. All fields are optional.
 *
 * @param repository the repository as {@code owner/name}, or null
 * @param gitProvider its provider, or null
 * @param selectedBranch the branch, or null
 * @param initialUserMsg the first message, or null for an idle conversation
 * @param imageUrls images of the first message, as {@code data:} or {@code https:} URLs
 * @param replayJson a trajectory to replay, or null
 * @param suggestedTask a suggested task in the place of a message, or null
 * @param createMicroagent a microagent to create, or null
 * @param conversationInstructions extra instructions for the agent, or null
 * @param mcpConfig MCP servers of this conversation
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
@Deprecated(since = "0.1.0")
public record CreateConversationRequest(
    @JsonProperty("repository") @Nullable String repository,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("selected_branch") @Nullable String selectedBranch,
    @JsonProperty("initial_user_msg") @Nullable String initialUserMsg,
    @JsonProperty("image_urls") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> imageUrls,
    @JsonProperty("replay_json") @Nullable String replayJson,
    @JsonProperty("suggested_task") @Nullable SuggestedTask suggestedTask,
    @JsonProperty("create_microagent") @Nullable CreateMicroagent createMicroagent,
    @JsonProperty("conversation_instructions") @Nullable String conversationInstructions,
    @JsonProperty("mcp_config") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, @Nullable Object> mcpConfig) {

  public CreateConversationRequest {
    imageUrls = Copies.list(imageUrls);
    mcpConfig = Copies.map(mcpConfig);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CreateConversationRequestBuilder builder() {
    return CreateConversationRequestBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CreateConversationRequest["
        + "repository="
        + repository
        + ", gitProvider="
        + gitProvider
        + ", selectedBranch="
        + selectedBranch
        + "]";
  }
}
