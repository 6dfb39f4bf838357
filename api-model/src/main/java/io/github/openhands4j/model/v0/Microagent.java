package io.github.openhands4j.model.v0;

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
 * Knowledge or instructions that a V0 conversation has loaded.
 *
 * @param name its name
 * @param type {@code repo} or {@code knowledge}
 * @param content its text
 * @param triggers words that bring it in; none for {@code repo}
 * @param inputs what it asks for
 * @param tools names of the tool servers it brings
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record Microagent(
    @JsonProperty("name") String name,
    @JsonProperty("type") String type,
    @JsonProperty("content") String content,
    @JsonProperty("triggers") List<String> triggers,
    @JsonProperty("inputs") List<MicroagentInput> inputs,
    @JsonProperty("tools") List<String> tools,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public Microagent {
    name = Objects.requireNonNullElse(name, "");
    type = Objects.requireNonNullElse(type, "");
    content = Objects.requireNonNullElse(content, "");
    triggers = Copies.list(triggers);
    inputs = Copies.list(inputs);
    tools = Copies.list(tools);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static MicroagentBuilder builder() {
    return MicroagentBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "Microagent[" + "name=" + name + ", type=" + type + "]";
  }
}
