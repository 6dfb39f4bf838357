package io.github.openhands4j.compat.internal.backend;

import feign.Request;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.runtime.AgentDoor;
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
import io.github.openhands4j.model.v1.Success;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/conversations/{id}/events}: a message goes the way of all messages, a change of
 * the agent's state goes to the agent server. Each is sent once.
 */
final class ActionCalls {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final AgentDoor door;
  private final Readiness readiness;
  private final MessageCall message;
  private final AgentStop agentStop;
  private final ConversationLedger ledger;
  private final Calls calls;
  private final TimeSource time;

  ActionCalls(
      AgentDoor door,
      Readiness readiness,
      MessageCall message,
      AgentStop agentStop,
      ConversationLedger ledger,
      Calls calls,
      TimeSource time) {
    this.door = door;
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
            .awaitSure(
                conversationId, readiness.deadline(), why -> V0Bodies.addMessageError(why, null))
            .orElseThrow(
                () -> V0Bodies.detail(404, "Conversation " + conversationId + " not found"));
    if (!SandboxStatus.RUNNING.equals(row.sandboxStatus())) {
      throw V0Bodies.addMessageError("no_conversation:" + conversationId, null);
    }
    change(row, ((V0Actions.State) wanted).change());
    return true;
  }

  private void change(AppConversation row, V0Actions.Change change) {
    switch (change) {
      case HALT -> agentStop.interrupt(row);
      case RUN -> run(row);
      case ACCEPT -> respond(row, true);
      case REJECT -> respond(row, false);
    }
  }

  private void run(AppConversation row) {
    ConversationId id = row.id();
    try {
      write(row, (agent, times) -> agent.run(id, times));
    } catch (ConflictException runsAlready) {
      LOG.debug("the agent was running already [conversation={}]", id);
    }
    stirred(id);
  }

  private void respond(AppConversation row, boolean accept) {
    ConfirmationResponse response = ConfirmationResponse.builder().accept(accept).build();
    write(row, (agent, times) -> agent.respondToConfirmation(row.id(), response, times));
    if (accept) {
      stirred(row.id());
    }
  }

  /** The end of the run before no longer counts. */
  private void stirred(ConversationId id) {
    ledger.update(id, memory -> memory.stirred(time.nanoTime()));
  }

  private void write(
      AppConversation row, BiFunction<AgentConversationsApi, Request.Options, Success> call) {
    door.use(
        row,
        agent ->
            calls.call(
                OperationClass.OTHER_WRITE,
                times -> call.apply(agent.api().conversations(), times)));
  }
}
