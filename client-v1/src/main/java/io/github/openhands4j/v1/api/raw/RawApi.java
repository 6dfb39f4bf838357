package io.github.openhands4j.v1.api.raw;

import io.github.openhands4j.model.internal.WireRecord;

/**
 * Feign interfaces whose bodies and answers have no types of their own.
 *
 * @param organizations {@code /api/organizations}
 * @param organizationProfiles {@code /api/organizations/{org_id}/profiles}
 * @param agentProfiles {@code /api/agent-profiles}
 * @param skills {@code /api/v1/skills}
 * @param schemas {@code /api/v1/settings/agent-schema}, {@code /conversation-schema}
 * @param pendingMessages {@code /api/v1/conversations/{id}/pending-messages}
 * @param sandboxSecrets {@code /api/v1/sandboxes/{id}/settings/secrets}
 * @param deviceLogin {@code /oauth/device}, without a key
 * @param deviceVerification {@code /oauth/device/verify-authenticated}
 */
@WireRecord
public record RawApi(
    OrganizationsApi organizations,
    OrganizationProfilesApi organizationProfiles,
    AgentProfilesApi agentProfiles,
    SkillsApi skills,
    SchemasApi schemas,
    PendingMessagesApi pendingMessages,
    SandboxSecretsApi sandboxSecrets,
    DeviceLoginApi deviceLogin,
    DeviceVerificationApi deviceVerification) {

  /**
   * A builder with no interface set, for fakes of some of them.
   *
   * @return the builder
   */
  public static RawApiBuilder builder() {
    return RawApiBuilder.builder();
  }
}
