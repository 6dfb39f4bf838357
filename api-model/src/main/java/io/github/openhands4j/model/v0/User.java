package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The account's user at its git provider.
 *
 * @param id the provider's id
 * @param login the user name
 * @param avatarUrl a picture
 * @param company the company, or null
 * @param name the name, or null
 * @param email the mail address, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record User(
    @JsonProperty("id") String id,
    @JsonProperty("login") String login,
    @JsonProperty("avatar_url") String avatarUrl,
    @JsonProperty("company") @Nullable String company,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("email") @Nullable String email,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public User {
    id = Objects.requireNonNullElse(id, "");
    login = Objects.requireNonNullElse(login, "");
    avatarUrl = Objects.requireNonNullElse(avatarUrl, "");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static UserBuilder builder() {
    return UserBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "User[" + "id=" + id + "]";
  }
}
