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
 * The text of a microagent that a repository holds.
 *
 * @param content the text
 * @param path its file
 * @param triggers words that bring it in
 * @param gitProvider the repository's provider, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record MicroagentContent(
    @JsonProperty("content") String content,
    @JsonProperty("path") String path,
    @JsonProperty("triggers") List<String> triggers,
    @JsonProperty("git_provider") @Nullable String gitProvider,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public MicroagentContent {
    content = Objects.requireNonNullElse(content, "");
    path = Objects.requireNonNullElse(path, "");
    triggers = Copies.list(triggers);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static MicroagentContentBuilder builder() {
    return MicroagentContentBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "MicroagentContent[" + "path=" + path + "]";
  }
}
