package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told before everything else.
 *
 * @param systemPrompt the prompt, or null
 * @param tools the tools, as plain JSON values; large
 * @param dynamicContext what was added to the prompt, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record SystemPromptEvent(
    @Nullable ContentBlock systemPrompt,
    List<Map<String, @Nullable Object>> tools,
    @Nullable ContentBlock dynamicContext,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public SystemPromptEvent {
    tools = Copies.list(tools);
    raw = Copies.map(raw);
  }

  static SystemPromptEvent read(Fields fields) {
    return new SystemPromptEvent(
        fields.part("system_prompt", part -> ContentBlock.fromJson(part.json())),
        fields.objects("tools"),
        fields.part("dynamic_context", part -> ContentBlock.fromJson(part.json())),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "SystemPromptEvent[id=" + id() + "]";
  }
}
