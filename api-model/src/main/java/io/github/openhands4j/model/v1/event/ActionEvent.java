package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent does something, or wants to.
 *
 * @param thought what it thinks; only on the first of several actions of one answer of the model
 * @param reasoningContent the reasoning of the model, or null
 * @param thinkingBlocks its thinking blocks, as plain JSON values
 * @param action what it does; null if the call was invalid and was not carried out
 * @param toolName the tool
 * @param toolCallId the call; ids can repeat in long conversations
 * @param toolCall the call as the model made it, or null
 * @param llmResponseId the answer of the model it is in; several actions can be in one
 * @param securityRisk how dangerous the model finds it
 * @param summary what it is in short, or null
 * @param criticResult what a critic made of it, as plain JSON values, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ActionEvent(
    List<ContentBlock> thought,
    @Nullable String reasoningContent,
    List<Map<String, @Nullable Object>> thinkingBlocks,
    @Nullable Action action,
    String toolName,
    String toolCallId,
    @Nullable ToolCall toolCall,
    @Nullable String llmResponseId,
    SecurityRisk securityRisk,
    @Nullable String summary,
    @Nullable Object criticResult,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public ActionEvent {
    thought = Copies.list(thought);
    thinkingBlocks = Copies.list(thinkingBlocks);
    raw = Copies.map(raw);
  }

  static ActionEvent read(Fields fields) {
    return new ActionEvent(
        fields.content("thought"),
        fields.text("reasoning_content"),
        fields.objects("thinking_blocks"),
        fields.part("action", part -> Action.fromJson(part.json())),
        fields.textOr("tool_name", ""),
        fields.textOr("tool_call_id", ""),
        fields.part("tool_call", ToolCall::read),
        fields.text("llm_response_id"),
        SecurityRisk.of(fields.textOr("security_risk", SecurityRisk.UNKNOWN.value())),
        fields.text("summary"),
        fields.any("critic_result"),
        fields.json());
  }

  /**
   * What the agent thinks, as text.
   *
   * @return all texts of the thought, one a line; empty if there are none
   */
  public String thoughtText() {
    return Texts.of(thought);
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ActionEvent[id=" + id() + "]";
  }
}
