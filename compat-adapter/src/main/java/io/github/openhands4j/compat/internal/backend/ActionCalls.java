package io.github.openhands4j.compat.internal.backend;

import feign.Request;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.V0Actions;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/conversations/{id}/events}: a message goes the way of all messages, a change of
 * the agent's state goes to the agent server. Each is sent once.
 */
final class ActionCalls {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final OpenHandsClient client;
  private final Readiness readiness;
  private final MessageCall message;
  private final AgentStop agentStop;
  private final ConversationLedger ledger;
  private final Calls calls;
  private final TimeSource time;

  ActionCalls(
      OpenHandsClient client,
      Readiness readiness,
      MessageCall message,
      AgentStop agentStop,
      ConversationLedger ledger,
      Calls calls,
      TimeSource time) {
    this.client = client;
    this.readiness = readiness;
    this.message = message;
    this.agentStop = agentStop;
    this.ledger = ledger;
    this.calls = calls;
    this.time = time;
  }

  boolean make(String conversationId, Map<String, @Nullable Object> event) {
    V0Actions.Wanted wanted =
        V0Actions.read(event).orElseThrow(() -> V0Bodies.detail(400, V0Actions.refusal(event)));
    if (wanted instanceof V0Actions.Message it) {
      return message.make(conversationId, it.request());
    }
    AppConversation row =
        readiness
            .await(conversationId, why -> V0Bodies.addMessageError(why, null))
            .orElseThrow(
                () -> V0Bodies.detail(404, "Conversation " + conversationId + " not found"));
    if (!SandboxStatus.RUNNING.equals(row.sandboxStatus())) {
      throw V0Bodies.addMessageError("no_conversation:" + conversationId, null);
    }
    change(row, ((V0Actions.State) wanted).change());
    return true;
  }

  private void change(AppConversation row, V0Actions.Change change) {
    AgentConversationsApi agent = client.agentServer(row).api().conversations();
    switch (change) {
      case HALT -> agentStop.interrupt(row);
      case RUN -> run(agent, row.id());
      case ACCEPT -> respond(agent, row.id(), true);
      case REJECT -> respond(agent, row.id(), false);
    }
  }

  private void run(AgentConversationsApi agent, ConversationId id) {
    try {
      write(times -> agent.run(id, times));
    } catch (ConflictException runsAlready) {
      LOG.debug("the agent was running already [conversation={}]", id);
    }
    stirred(id);
  }

  private void respond(AgentConversationsApi agent, ConversationId id, boolean accept) {
    ConfirmationResponse response = ConfirmationResponse.builder().accept(accept).build();
    write(times -> agent.respondToConfirmation(id, response, times));
    if (accept) {
      stirred(id);
    }
  }

  /** The end of the run before no longer counts. */
  private void stirred(ConversationId id) {
    ledger.update(id, memory -> memory.stirred(time.nanoTime()));
  }

  private void write(Function<Request.Options, ?> call) {
    calls.call(OperationClass.OTHER_WRITE, call::apply);
  }
}
