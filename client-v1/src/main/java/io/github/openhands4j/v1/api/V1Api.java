package io.github.openhands4j.v1.api;

import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.v1.api.raw.RawApi;

/**
 * The Feign interfaces of a client, on its transport and with its key.
 *
 * @param appConversations {@code /api/v1/app-conversations}
 * @param startTasks {@code /api/v1/app-conversations/start-tasks}
 * @param sandboxes {@code /api/v1/sandboxes}
 * @param events {@code /api/v1/conversation/{id}/events}
 * @param settings {@code /api/v1/settings}
 * @param secrets {@code /api/v1/secrets}
 * @param git {@code /api/v1/git}
 * @param users {@code /api/v1/users}
 * @param config {@code /api/v1/config}
 * @param webClient {@code /api/v1/web-client}
 * @param health {@code /alive}, {@code /health}, {@code /ready}, {@code /server_info}, {@code
 *     /saas}
 * @param downloads {@code /api/v1/app-conversations/{id}/download}
 * @param streamStarts {@code /api/v1/app-conversations/stream-start}
 * @param sandboxSpecs {@code /api/v1/sandbox-specs}
 * @param profiles {@code /api/v1/settings/profiles}
 * @param shared {@code /api/shared-conversations}, {@code /api/shared-events}, without the key
 * @param apiKeys {@code /api/keys}
 * @param raw the rarer operations, with bodies of plain Java values
 */
@WireRecord
public record V1Api(
    AppConversationsApi appConversations,
    StartTasksApi startTasks,
    SandboxesApi sandboxes,
    EventsApi events,
    SettingsApi settings,
    SecretsApi secrets,
    GitApi git,
    UsersApi users,
    ConfigApi config,
    WebClientConfigApi webClient,
    HealthApi health,
    DownloadsApi downloads,
    StreamStartsApi streamStarts,
    SandboxSpecsApi sandboxSpecs,
    ProfilesApi profiles,
    SharedApi shared,
    ApiKeysApi apiKeys,
    RawApi raw) {

  /**
   * A builder with no interface set, for fakes of some of them.
   *
   * @return the builder
   */
  public static V1ApiBuilder builder() {
    return V1ApiBuilder.builder();
  }
}
