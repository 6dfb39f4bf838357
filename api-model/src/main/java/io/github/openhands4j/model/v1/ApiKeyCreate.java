package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes a key. Without an organization the key is bound to the current one; with null
 * in its place it is bound to none.
 */
public final class ApiKeyCreate {

  private final Map<String, @Nullable Object> fields;

  private ApiKeyCreate(Map<String, @Nullable Object> fields) {
    this.fields = Copies.map(fields);
  }

  /**
   * A builder of a key with a name.
   *
   * @param name what the key is called
   * @return the builder
   */
  public static Builder named(String name) {
    return new Builder().set("name", name);
  }

  /**
   * What was set, by wire name.
   *
   * @return an unmodifiable map
   */
  @JsonValue
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKeyCreate that && that.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "ApiKeyCreate" + fields.keySet();
  }

  /** Collects what the key is to be. Not thread-safe. */
  public static final class Builder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * From when on the key opens.
     *
     * @param time a time
     * @return this builder
     */
    public Builder notBefore(Instant time) {
      return set("not_before", time);
    }

    /**
     * Until when the key opens; without, for ever.
     *
     * @param time a time
     * @return this builder
     */
    public Builder expiresAt(Instant time) {
      return set("expires_at", time);
    }

    /**
     * The organization the key is bound to.
     *
     * @param id the organization's id, or null for none
     * @return this builder
     */
    public Builder organization(@Nullable String id) {
      return set("org_id", id);
    }

    /**
     * The request.
     *
     * @return an immutable request with what was set so far
     */
    public ApiKeyCreate build() {
      return new ApiKeyCreate(fields);
    }

    private Builder set(String name, @Nullable Object value) {
      fields.put(name, value);
      return this;
    }
  }
}
