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
 * The user who the key belongs to.
 *
 * @param id the user's id, or null on single-user installs
 * @param orgId the organization that calls are made for, or null
 * @param orgName its name, or null
 * @param role the user's role in it, or null
 * @param permissions what the user may do in it
 * @param email the user's address, or null
 * @param language the language of the web application, or null
 * @param gitUserName the name in commits, or null
 * @param gitUserEmail the address in commits, or null
 * @param agentSettings settings of the agent; keys show as asterisks
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record UserInfo(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("org_id") @Nullable String orgId,
    @JsonProperty("org_name") @Nullable String orgName,
    @JsonProperty("role") @Nullable String role,
    @JsonProperty("permissions") List<String> permissions,
    @JsonProperty("email") @Nullable String email,
    @JsonProperty("language") @Nullable String language,
    @JsonProperty("git_user_name") @Nullable String gitUserName,
    @JsonProperty("git_user_email") @Nullable String gitUserEmail,
    @JsonProperty("agent_settings") Map<String, @Nullable Object> agentSettings,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public UserInfo {
    permissions = Copies.list(permissions);
    agentSettings = Copies.map(agentSettings);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static UserInfoBuilder builder() {
    return UserInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "UserInfo[" + "id=" + id + ", orgId=" + orgId + ", role=" + role + "]";
  }
}
