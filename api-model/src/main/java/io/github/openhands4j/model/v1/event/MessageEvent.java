package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of the user or of the agent.
 *
 * @param message the message
 * @param llmResponseId the answer of the model it is, or null
 * @param activatedSkills the skills it set off
 * @param extendedContent what was added to it for the model
 * @param sender who sent it among several agents, or null
 * @param criticResult what a critic made of it, as plain JSON values, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record MessageEvent(
    LlmMessage message,
    @Nullable String llmResponseId,
    List<String> activatedSkills,
    List<ContentBlock> extendedContent,
    @Nullable String sender,
    @Nullable Object criticResult,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public MessageEvent {
    activatedSkills = Copies.list(activatedSkills);
    extendedContent = Copies.list(extendedContent);
    raw = Copies.map(raw);
  }

  static MessageEvent read(Fields fields) {
    return new MessageEvent(
        LlmMessage.read(fields.needed("llm_message")),
        fields.text("llm_response_id"),
        fields.texts("activated_skills"),
        fields.content("extended_content"),
        fields.text("sender"),
        fields.any("critic_result"),
        fields.json());
  }

  /**
   * The texts of the message.
   *
   * @return all texts, one a line; empty if there are none
   */
  public String text() {
    return message.text();
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "MessageEvent[id=" + id() + "]";
  }
}
