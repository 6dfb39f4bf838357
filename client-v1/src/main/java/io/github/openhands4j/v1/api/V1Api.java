package io.github.openhands4j.v1.api;

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
 * @param health {@code /alive}, {@code /health}, {@code /ready}, {@code /server_info}
 * @param downloads {@code /api/v1/app-conversations/{id}/download}
 */
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
    DownloadsApi downloads) {}
