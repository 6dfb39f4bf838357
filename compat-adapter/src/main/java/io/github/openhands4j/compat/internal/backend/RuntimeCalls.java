package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/conversations/{id}/start} and {@code …/stop}: V0's runtime is V1's sandbox.
 * Their answers name the state of the runtime, whatever the agent is doing; where its row cannot be
 * read, they name what a list shows.
 */
final class RuntimeCalls {

  private static final String STOPPED = "Conversation stopped successfully";
  private static final String WAS_NOT_RUNNING = "Conversation was not running";
  private static final String NOT_STOPPED = "Failed to stop conversation: ";
  private static final String NEW_WORD = "its sandbox is in a state that is not known here";
  private static final Map<SandboxStatus, ConversationStatus> STATES =
      Map.of(
          SandboxStatus.STARTING, ConversationStatus.STARTING,
          SandboxStatus.RUNNING, ConversationStatus.RUNNING,
          SandboxStatus.PAUSED, ConversationStatus.STOPPED,
          SandboxStatus.ERROR, ConversationStatus.ERROR,
          SandboxStatus.MISSING, ConversationStatus.ARCHIVED);

  private final Finder finder;
  private final Readiness readiness;
  private final SandboxCalls sandboxes;
  private final Neighbors neighbors;
  private final AgentStop agentStop;
  private final Records records;
  private final ConversationLedger ledger;
  private final TimeSource time;

  RuntimeCalls(
      Finder finder,
      Readiness readiness,
      SandboxCalls sandboxes,
      Neighbors neighbors,
      AgentStop agentStop,
      Records records,
      ConversationLedger ledger,
      TimeSource time) {
    this.finder = finder;
    this.readiness = readiness;
    this.sandboxes = sandboxes;
    this.neighbors = neighbors;
    this.agentStop = agentStop;
    this.records = records;
    this.ledger = ledger;
    this.time = time;
  }

  ConversationResponse start(String conversationId) {
    Found found = Ids.parse(conversationId).map(finder::find).orElseGet(Found.Nothing::new);
    if (found instanceof Found.Row it) {
      return readiness
          .sure(it.row(), readiness.deadline(), why -> notStarted(conversationId, why))
          .map(row -> start(conversationId, row))
          .orElseThrow(() -> unknown(conversationId));
    }
    if (found instanceof Found.Task it) {
      if (records.hasFailed(it.id(), it.task())) {
        throw notStarted(conversationId, "its first start failed");
      }
      return answer(it.id().hex(), null, records.of(it.id(), it.task()).status());
    }
    throw unknown(conversationId);
  }

  private ConversationResponse start(String conversationId, AppConversation row) {
    ConversationStatus state = stateOf(row).orElseThrow(() -> notStarted(conversationId, NEW_WORD));
    if (state.equals(ConversationStatus.RUNNING) || state.equals(ConversationStatus.STARTING)) {
      ledger.update(row.id(), memory -> memory.but().stoppedNanos(0).build());
      return answer(row.id().hex(), null, state);
    }
    if (!state.equals(ConversationStatus.STOPPED)
        || row.sandboxId() == null
        || !sandboxes.resume(
            row.sandboxId(), sandboxes.deadline(), why -> notStarted(conversationId, why))) {
      throw notStarted(conversationId, "its sandbox is gone or broken");
    }
    ledger.update(row.id(), memory -> memory.stirred(time.nanoTime()));
    ConversationStatus after =
        finder.find(row.id()) instanceof Found.Row again
            ? stateOf(again.row()).orElse(ConversationStatus.STARTING)
            : ConversationStatus.STARTING;
    return answer(
        row.id().hex(),
        null,
        after.equals(ConversationStatus.RUNNING) ? after : ConversationStatus.STARTING);
  }

  ConversationResponse stop(String conversationId) {
    Optional<AppConversation> row =
        readiness.awaitSure(
            conversationId, readiness.deadline(), why -> notStopped(conversationId, why));
    if (row.isEmpty()) {
      return answer(conversationId, WAS_NOT_RUNNING, ConversationStatus.STOPPED);
    }
    String sandbox = row.get().sandboxId();
    ConversationStatus state =
        stateOf(row.get()).orElseThrow(() -> notStopped(conversationId, NEW_WORD));
    boolean up =
        state.equals(ConversationStatus.RUNNING) || state.equals(ConversationStatus.STARTING);
    if (!up || sandbox == null) {
      return answer(row.get().id().hex(), WAS_NOT_RUNNING, state);
    }
    if (neighbors.share(sandbox, row.get().id())) {
      return stopBesideOthers(conversationId, row.get(), state);
    }
    if (!sandboxes.pause(sandbox, why -> notStopped(conversationId, why))) {
      return answer(row.get().id().hex(), WAS_NOT_RUNNING, ConversationStatus.ARCHIVED);
    }
    ledger.update(row.get().id(), Memory::pausedHere);
    return answer(row.get().id().hex(), STOPPED, state);
  }

  /** Only the agent stops: pausing the sandbox would stop its neighbors too. */
  private ConversationResponse stopBesideOthers(
      String conversationId, AppConversation row, ConversationStatus state) {
    if (ledger.get(row.id()).stopped()) {
      return answer(row.id().hex(), WAS_NOT_RUNNING, ConversationStatus.STOPPED);
    }
    try {
      agentStop.interrupt(row);
    } catch (OpenHandsException failure) {
      if (OurOwnEnd.is(failure)) {
        throw failure;
      }
      throw V0Bodies.runtimeError(
          500,
          conversationId,
          NOT_STOPPED + "its sandbox runs others too, and its agent could not be interrupted",
          failure);
    }
    ledger.update(row.id(), memory -> memory.stoppedHere(time.nanoTime()));
    return answer(row.id().hex(), STOPPED, state);
  }

  /** Empty for a word of a newer server, on which nothing is done. */
  private static Optional<ConversationStatus> stateOf(AppConversation row) {
    SandboxStatus sandbox = Objects.requireNonNullElse(row.sandboxStatus(), SandboxStatus.MISSING);
    return Optional.ofNullable(STATES.get(sandbox));
  }

  private static ConversationResponse answer(
      String conversationId, @Nullable String message, ConversationStatus status) {
    return ConversationResponse.builder()
        .status("ok")
        .conversationId(conversationId)
        .message(message)
        .conversationStatus(status)
        .build();
  }

  private static V0Exception unknown(String conversationId) {
    return V0Bodies.runtimeError(404, conversationId, null, null);
  }

  private static V0Exception notStarted(String conversationId, String why) {
    return V0Bodies.runtimeError(500, conversationId, "Failed to start conversation: " + why, null);
  }

  private static V0Exception notStopped(String conversationId, String why) {
    return V0Bodies.runtimeError(500, conversationId, NOT_STOPPED + why, null);
  }
}
