package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands that run for some tools.
 *
 * @param matcher a pattern for the names of tools, or null
 * @param hooks what is run
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record HookMatcher(
    @JsonProperty("matcher") @Nullable String matcher,
    @JsonProperty("hooks") List<HookCommand> hooks,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public HookMatcher {
    hooks = Copies.list(hooks);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static HookMatcherBuilder builder() {
    return HookMatcherBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "HookMatcher[" + "matcher=" + matcher + "]";
  }
}
