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
 * What a conversation runs at certain moments.
 *
 * @param eventType the moment, for example {@code pre_tool_use}
 * @param matchers what is run for which tools
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ConversationHook(
    @JsonProperty("event_type") String eventType,
    @JsonProperty("matchers") List<HookMatcher> matchers,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ConversationHook {
    Objects.requireNonNull(eventType, "eventType");
    matchers = Copies.list(matchers);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationHookBuilder builder() {
    return ConversationHookBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ConversationHook[" + "eventType=" + eventType + "]";
  }
}
