package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a conversation loaded.
 *
 * @param name its name
 * @param type {@code repo}, {@code knowledge} or {@code agentskills}, or null
 * @param content its text, or null
 * @param triggers words that bring it up
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ConversationSkill(
    @JsonProperty("name") String name,
    @JsonProperty("type") @Nullable String type,
    @JsonProperty("content") @Nullable String content,
    @JsonProperty("triggers") List<String> triggers,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ConversationSkill {
    Objects.requireNonNull(name, "name");
    triggers = Copies.list(triggers);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationSkillBuilder builder() {
    return ConversationSkillBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ConversationSkill[" + "name=" + name + ", type=" + type + "]";
  }
}
