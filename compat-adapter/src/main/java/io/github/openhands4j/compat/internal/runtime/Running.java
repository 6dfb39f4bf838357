package io.github.openhands4j.compat.internal.runtime;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.AgentServer;

/**
 * A conversation whose sandbox runs.
 *
 * @param row the conversation, just read
 * @param agent its agent server
 */
public record Running(AppConversation row, AgentServer agent) {}
