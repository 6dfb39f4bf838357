package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as the model sees it.
 *
 * @param role {@code user}, {@code assistant}, {@code system} or {@code tool}
 * @param content its parts
 * @param toolCalls calls of tools in it
 * @param toolCallId the call it answers, or null
 * @param name the tool it is of, or null
 * @param reasoningContent the reasoning of the model, or null
 * @param thinkingBlocks its thinking blocks, as plain JSON values
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record LlmMessage(
    String role,
    List<ContentBlock> content,
    List<ToolCall> toolCalls,
    @Nullable String toolCallId,
    @Nullable String name,
    @Nullable String reasoningContent,
    List<Map<String, @Nullable Object>> thinkingBlocks,
    @JsonValue Map<String, @Nullable Object> raw) {

  public LlmMessage {
    content = Copies.list(content);
    toolCalls = Copies.list(toolCalls);
    thinkingBlocks = Copies.list(thinkingBlocks);
    raw = Copies.map(raw);
  }

  static LlmMessage read(Fields fields) {
    return new LlmMessage(
        fields.textOr("role", ""),
        fields.content("content"),
        fields.each("tool_calls", ToolCall::read),
        fields.text("tool_call_id"),
        fields.text("name"),
        fields.text("reasoning_content"),
        fields.objects("thinking_blocks"),
        fields.json());
  }

  /**
   * The texts of the message.
   *
   * @return all texts, one a line; empty if there are none
   */
  public String text() {
    return Texts.of(content);
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "LlmMessage[role=" + role + "]";
  }
}
