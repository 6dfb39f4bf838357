package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.v1.api.ApiKeysApi;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.ConfigApi;
import io.github.openhands4j.v1.api.DownloadsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.GitApi;
import io.github.openhands4j.v1.api.HealthApi;
import io.github.openhands4j.v1.api.ProfilesApi;
import io.github.openhands4j.v1.api.SandboxSpecsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.SecretsApi;
import io.github.openhands4j.v1.api.SettingsApi;
import io.github.openhands4j.v1.api.SharedApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.StreamStartsApi;
import io.github.openhands4j.v1.api.UsersApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.WebClientConfigApi;
import io.github.openhands4j.v1.api.raw.AgentProfilesApi;
import io.github.openhands4j.v1.api.raw.DeviceLoginApi;
import io.github.openhands4j.v1.api.raw.DeviceVerificationApi;
import io.github.openhands4j.v1.api.raw.OrganizationProfilesApi;
import io.github.openhands4j.v1.api.raw.OrganizationsApi;
import io.github.openhands4j.v1.api.raw.PendingMessagesApi;
import io.github.openhands4j.v1.api.raw.RawApi;
import io.github.openhands4j.v1.api.raw.SandboxSecretsApi;
import io.github.openhands4j.v1.api.raw.SchemasApi;
import io.github.openhands4j.v1.api.raw.SkillsApi;

/** Makes the raw door. */
final class Doors {

  private Doors() {}

  static V1Api of(FeignClients feign) {
    return new V1Api(
        feign.target(AppConversationsApi.class),
        feign.target(StartTasksApi.class),
        feign.target(SandboxesApi.class),
        feign.target(EventsApi.class),
        feign.target(SettingsApi.class),
        feign.target(SecretsApi.class),
        feign.target(GitApi.class),
        feign.target(UsersApi.class),
        feign.target(ConfigApi.class),
        feign.target(WebClientConfigApi.class),
        feign.target(HealthApi.class),
        feign.target(DownloadsApi.class),
        feign.target(StreamStartsApi.class),
        feign.target(SandboxSpecsApi.class),
        feign.target(ProfilesApi.class),
        feign.target(SharedApi.class),
        feign.target(ApiKeysApi.class),
        raw(feign));
  }

  private static RawApi raw(FeignClients feign) {
    return new RawApi(
        feign.target(OrganizationsApi.class),
        feign.target(OrganizationProfilesApi.class),
        feign.target(AgentProfilesApi.class),
        feign.target(SkillsApi.class),
        feign.target(SchemasApi.class),
        feign.target(PendingMessagesApi.class),
        feign.target(SandboxSecretsApi.class),
        feign.target(DeviceLoginApi.class),
        feign.target(DeviceVerificationApi.class));
  }
}
