package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.Copies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change to a conversation. A field that was not set stays as it is; a field set to
 * null is cleared.
 *
 * <pre>{@code
 * AppConversationUpdateRequest.builder().title("Fix the README").selectedBranch(null).build();
 * }</pre>
 */
public final class AppConversationUpdateRequest {

  private final Map<String, @Nullable Object> fields;

  private AppConversationUpdateRequest(Map<String, @Nullable Object> fields) {
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
   * The fields to change, by wire name.
   *
   * @return an unmodifiable map; null values clear
   */
  @JsonValue
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AppConversationUpdateRequest that && that.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "AppConversationUpdateRequest" + fields.keySet();
  }

  /** Collects the fields to change. Not thread-safe. */
  public static final class Builder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Changes the title.
     *
     * @param title the new title, or null to clear it
     * @return this builder
     */
    public Builder title(@Nullable String title) {
      return set("title", title);
    }

    /**
     * Opens the conversation to anybody, or closes it.
     *
     * @param isPublic whether anybody may read it, or null to clear
     * @return this builder
     */
    public Builder isPublic(@Nullable Boolean isPublic) {
      return set("public", isPublic);
    }

    /**
     * Changes the repository.
     *
     * @param repository {@code owner/name}, or null to clear it
     * @return this builder
     */
    public Builder selectedRepository(@Nullable String repository) {
      return set("selected_repository", repository);
    }

    /**
     * Changes the branch.
     *
     * @param branch the branch, or null to clear it
     * @return this builder
     */
    public Builder selectedBranch(@Nullable String branch) {
      return set("selected_branch", branch);
    }

    /**
     * Changes the git provider.
     *
     * @param provider the provider, or null to clear it
     * @return this builder
     */
    public Builder gitProvider(@Nullable ProviderType provider) {
      fields.put("git_provider", provider);
      return this;
    }

    /**
     * Changes a field, also one that this release does not know.
     *
     * @param name its name on the wire
     * @param value plain JSON values: text, number, truth value, list or map; null clears. Copied
     *     with all that is in it
     * @return this builder
     * @throws IllegalArgumentException if the value is, or has in it, anything else
     */
    public Builder set(String name, @Nullable Object value) {
      fields.put(name, Copies.json(value));
      return this;
    }

    /**
     * The request.
     *
     * @return an immutable request with the fields set so far
     */
    public AppConversationUpdateRequest build() {
      return new AppConversationUpdateRequest(fields);
    }
  }
}
