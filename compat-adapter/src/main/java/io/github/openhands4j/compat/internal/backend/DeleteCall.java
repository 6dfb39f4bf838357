package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.GrowingRest;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code DELETE /api/conversations/{id}}. */
final class DeleteCall {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final OpenHandsClient client;
  private final Finder finder;
  private final Readiness readiness;
  private final SandboxCalls sandboxes;
  private final Neighbors neighbors;
  private final AgentStop agentStop;
  private final Calls calls;
  private final Records records;
  private final ConversationLedger ledger;

  DeleteCall(
      OpenHandsClient client,
      Finder finder,
      Readiness readiness,
      SandboxCalls sandboxes,
      Neighbors neighbors,
      AgentStop agentStop,
      Calls calls,
      Records records,
      ConversationLedger ledger) {
    this.client = client;
    this.finder = finder;
    this.readiness = readiness;
    this.sandboxes = sandboxes;
    this.neighbors = neighbors;
    this.agentStop = agentStop;
    this.calls = calls;
    this.records = records;
    this.ledger = ledger;
  }

  boolean make(String conversationId) {
    return Ids.parse(conversationId).map(this::delete).orElse(false);
  }

  private boolean delete(ConversationId id) {
    Found found = finder.find(id);
    if (found instanceof Found.Task it && records.hasFailed(it.id(), it.task())) {
      return deleteFailedStart(id, it.task());
    }
    return deleteConversation(id, found);
  }

  private boolean deleteConversation(ConversationId id, Found found) {
    Deadline deadline = readiness.deadline();
    return readiness
        .await(id, found, deadline, why -> notDeleted(why, null))
        .map(row -> deleted(row, deadline))
        .orElse(false);
  }

  private boolean deleted(AppConversation row, Deadline deadline) {
    awaitWhoIsComing(row, deadline);
    stopBesideOthers(row, deadline);
    boolean existed = client.conversations().delete(row.id());
    ledger.forget(row.id());
    return existed;
  }

  /** V1 counts rows: a sandbox in which another conversation only starts would go with this one. */
  private void awaitWhoIsComing(AppConversation row, Deadline deadline) {
    String sandbox = row.sandboxId();
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
    while (sandbox != null && neighbors.areComing(sandbox, row.id())) {
      if (!rest.endsBefore(deadline)) {
        throw notDeleted("another one is starting in its sandbox, nothing done", null);
      }
      sandboxes.rest(rest.take());
    }
  }

  /**
   * In a shared sandbox the agent would work on, unseen, after its conversation is gone. One that
   * only this conversation lives in is deleted with it, whatever it reads as.
   */
  private void stopBesideOthers(AppConversation row, Deadline deadline) {
    String sandbox = row.sandboxId();
    boolean inDoubt = records.isInDoubt(row);
    if (sandbox == null
        || !(inDoubt || isReachable(row))
        || sandboxes.conversationsIn(sandbox) < 2) {
      return;
    }
    Optional<AppConversation> now =
        inDoubt ? readiness.again(row, deadline, why -> notDeleted(why, null)) : Optional.of(row);
    now.filter(DeleteCall::isReachable).ifPresent(this::interrupt);
  }

  private static boolean isReachable(AppConversation row) {
    return row.conversationUrl() != null && SandboxStatus.RUNNING.equals(row.sandboxStatus());
  }

  private void interrupt(AppConversation row) {
    try {
      agentStop.interrupt(row);
    } catch (NotFoundException | BadRequestException unknownThere) {
      // no agent of this conversation is left to stop
    } catch (OpenHandsException failure) {
      if (OurOwnEnd.is(failure)) {
        throw failure;
      }
      throw notDeleted(
          "its sandbox runs others too, and its agent could not be interrupted", failure);
    }
  }

  private static V0Exception notDeleted(String why, @Nullable Throwable cause) {
    return V0Bodies.messageError(
        500, "Failed to delete conversation: " + why, "CONVERSATION$DELETE_ERROR", cause);
  }

  /**
   * A failed start leaves a sandbox running. It goes only if it was made for this conversation, as
   * its id tells: in any other one a conversation may be starting, which no count shows yet.
   */
  private boolean deleteFailedStart(ConversationId id, AppConversationStartTask task) {
    String sandbox = id.hex();
    if (sandbox.equals(task.sandboxId()) && sandboxes.conversationsIn(sandbox) == 0) {
      sandboxes
          .read(sandbox)
          .ifPresent(
              there ->
                  calls.call(
                      OperationClass.OTHER_WRITE,
                      times -> client.api().sandboxes().delete(there.id(), times)));
    }
    ledger.update(id, memory -> memory.but().deleted(true).build());
    ledger.arrived(id);
    return true;
  }
}
