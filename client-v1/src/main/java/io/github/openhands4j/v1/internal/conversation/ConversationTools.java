package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.agent.DefaultAgentServer;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.event.StoredEventsDoor;
import io.github.openhands4j.v1.internal.live.LiveSource;
import io.github.openhands4j.v1.internal.live.LiveSubscriptions;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What conversations do their work with.
 *
 * @param api the operations of the app server
 * @param stored its operations of events, as types of their own
 * @param calls carries them out
 * @param messages sends messages
 * @param waits carries waits
 * @param sandboxes pauses and resumes
 * @param agents the agent servers
 * @param resumption resumes and waits
 * @param live tells events as they happen
 * @param source where they come from
 * @param options name the server
 * @param organization the one that calls name, or null
 */
public record ConversationTools(
    V1Api api,
    StoredEventsDoor stored,
    Calls calls,
    MessageDriver messages,
    RunWaits waits,
    Sandboxes sandboxes,
    AgentServers agents,
    Resumption resumption,
    LiveSubscriptions live,
    LiveSource source,
    ClientOptions options,
    @Nullable String organization) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.conversation");

  /** Reads a conversation. */
  Optional<AppConversation> read(ConversationId id) {
    return new BatchReads(calls).one(id, AppConversation::id, api.appConversations()::batchGet);
  }

  /** The agent server that a record names, or null if it names none that can be called. */
  @Nullable DefaultAgentServer agentOf(AppConversation row) {
    try {
      return AgentAddress.isIn(row) ? agents.at(AgentAddress.of(row, options)) : null;
    } catch (ConfigurationException refused) {
      LOG.warn(
          "the address of an agent server is not called [conversation={}, failure={}]",
          row.id(),
          refused.code().id());
      return null;
    }
  }
}
