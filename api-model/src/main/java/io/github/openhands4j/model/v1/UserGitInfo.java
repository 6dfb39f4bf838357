package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The user at the connected Git provider.
 *
 * @param id the id at the provider
 * @param login the login name, or null
 * @param avatarUrl the picture, or null
 * @param company the company, or null
 * @param name the full name, or null
 * @param email the address, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record UserGitInfo(
    @JsonProperty("id") String id,
    @JsonProperty("login") @Nullable String login,
    @JsonProperty("avatar_url") @Nullable String avatarUrl,
    @JsonProperty("company") @Nullable String company,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("email") @Nullable String email,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public UserGitInfo {
    Objects.requireNonNull(id, "id");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static UserGitInfoBuilder builder() {
    return UserGitInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "UserGitInfo[" + "id=" + id + ", login=" + login + "]";
  }
}
