package io.github.openhands4j.v1.api.agent;

/**
 * The Feign interfaces of one agent server, on a transport of its own and with the sandbox's key.
 *
 * @param conversations {@code /api/conversations}
 * @param bash {@code /api/bash}
 * @param files {@code /api/file}
 * @param git {@code /api/git}
 * @param info {@code /server_info}, health, {@code /api/vscode}, {@code /api/tools}
 */
public record AgentApi(
    AgentConversationsApi conversations,
    AgentBashApi bash,
    AgentFilesApi files,
    AgentGitApi git,
    AgentServerInfoApi info) {}
