package io.github.openhands4j.v1.api;

/**
 * The Feign interfaces of a client, on its transport and with its key.
 *
 * @param appConversations {@code /api/v1/app-conversations}
 * @param startTasks {@code /api/v1/app-conversations/start-tasks}
 * @param sandboxes {@code /api/v1/sandboxes}
 * @param events {@code /api/v1/conversation/{id}/events}
 */
public record V1Api(
    AppConversationsApi appConversations,
    StartTasksApi startTasks,
    SandboxesApi sandboxes,
    EventsApi events) {}
