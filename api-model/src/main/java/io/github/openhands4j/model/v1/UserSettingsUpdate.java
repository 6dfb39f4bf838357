package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change to the user's settings. A setting that was not set stays as it is; one set
 * to null is cleared.
 *
 * <pre>{@code
 * UserSettingsUpdate.builder()
 *     .gitUserName("A name")
 *     .agentSettings(Map.of("llm", Map.of("model", "openai/some-model")))
 *     .build();
 * }</pre>
 */
public final class UserSettingsUpdate {

  private final Map<String, @Nullable Object> fields;

  private UserSettingsUpdate(Map<String, @Nullable Object> fields) {
    this.fields = Copies.map(fields);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The settings to change, by wire name.
   *
   * @return an unmodifiable map; null values clear
   */
  @JsonValue
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserSettingsUpdate that && that.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "UserSettingsUpdate" + fields.keySet();
  }

  /** Collects the settings to change. Not thread-safe. */
  public static final class Builder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Changes the language of the web application.
     *
     * @param language a language, or null to clear it
     * @return this builder
     */
    public Builder language(@Nullable String language) {
      return set("language", language);
    }

    /**
     * Changes the name in commits.
     *
     * @param name the name, or null to clear it
     * @return this builder
     */
    public Builder gitUserName(@Nullable String name) {
      return set("git_user_name", name);
    }

    /**
     * Changes the address in commits.
     *
     * @param email the address, or null to clear it
     * @return this builder
     */
    public Builder gitUserEmail(@Nullable String email) {
      return set("git_user_email", email);
    }

    /**
     * Changes what sandboxes are made from.
     *
     * @param id a specification, or null for the server's default
     * @return this builder
     */
    public Builder defaultSandboxSpecId(@Nullable String id) {
      return set("default_sandbox_spec_id", id);
    }

    /**
     * Changes settings of the agent; what is not named in the tree stays.
     *
     * @param changes the part of the tree to change, for example {@code llm} with {@code model}
     * @return this builder
     */
    public Builder agentSettings(Map<String, ? extends @Nullable Object> changes) {
      return set("agent_settings_diff", changes);
    }

    /**
     * Changes settings of conversations; what is not named in the tree stays.
     *
     * @param changes the part of the tree to change, for example {@code max_iterations}
     * @return this builder
     */
    public Builder conversationSettings(Map<String, ? extends @Nullable Object> changes) {
      return set("conversation_settings_diff", changes);
    }

    /**
     * Changes any setting.
     *
     * @param name its name on the wire
     * @param value what can be written as JSON, or null to clear it
     * @return this builder
     */
    public Builder set(String name, @Nullable Object value) {
      fields.put(name, value);
      return this;
    }

    /**
     * The change.
     *
     * @return an immutable change of the settings set so far
     */
    public UserSettingsUpdate build() {
      return new UserSettingsUpdate(fields);
    }
  }
}
