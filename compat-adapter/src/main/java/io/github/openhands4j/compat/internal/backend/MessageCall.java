package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions.Resume;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.GoneException;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/conversations/{id}/message}. A paused sandbox is resumed first; the message
 * itself is sent once, and never again after it may have arrived.
 */
final class MessageCall {

  private final OpenHandsClient client;
  private final Readiness readiness;
  private final Resumption resumption;
  private final Finder finder;
  private final Resume resume;
  private final ConversationLedger ledger;
  private final TimeSource time;

  MessageCall(
      OpenHandsClient client,
      Readiness readiness,
      Resumption resumption,
      Finder finder,
      Resume resume,
      ConversationLedger ledger,
      TimeSource time) {
    this.client = client;
    this.readiness = readiness;
    this.resumption = resumption;
    this.finder = finder;
    this.resume = resume;
    this.ledger = ledger;
    this.time = time;
  }

  boolean make(String conversationId, String text) {
    return make(
        conversationId,
        AppSendMessageRequest.builder()
            .role("user")
            .content(List.of(TextContent.of(text)))
            .run(true)
            .build());
  }

  boolean make(String conversationId, AppSendMessageRequest message) {
    Deadline deadline = readiness.deadline();
    AppConversation row =
        readiness
            .awaitSure(conversationId, deadline, why -> V0Bodies.addMessageError(why, null))
            .orElseThrow(() -> V0Bodies.unknownConversation(conversationId));
    try {
      send(awake(conversationId, row, deadline), message);
    } catch (ConflictException pausedMeanwhile) {
      sendAgain(conversationId, found(row), message, deadline, pausedMeanwhile);
    } catch (GoneException missing) {
      Function<String, RuntimeException> notSent = why -> V0Bodies.addMessageError(why, missing);
      sendAgain(
          conversationId, readiness.again(row, deadline, notSent), message, deadline, missing);
    } catch (NotFoundException noSandbox) {
      throw noConversation(conversationId, noSandbox);
    }
    return true;
  }

  private Optional<AppConversation> found(AppConversation row) {
    return finder.find(row.id()) instanceof Found.Row again
        ? Optional.of(again.row())
        : Optional.empty();
  }

  /** After a refusal that is said before a message is passed on, so it may be tried once more. */
  private void sendAgain(
      String conversationId,
      Optional<AppConversation> row,
      AppSendMessageRequest message,
      Deadline deadline,
      ApiException refusal) {
    AppConversation now = row.orElseThrow(() -> noConversation(conversationId, refusal));
    try {
      send(awake(conversationId, now, deadline), message);
    } catch (ConflictException | NotFoundException stillNot) {
      throw noConversation(conversationId, stillNot);
    } catch (GoneException missing) {
      throw V0Bodies.addMessageError(Readiness.NO_ANSWER, missing);
    }
  }

  private ConversationId awake(String conversationId, AppConversation row, Deadline deadline) {
    SandboxStatus sandbox = Objects.requireNonNullElse(row.sandboxStatus(), SandboxStatus.MISSING);
    if (sandbox.equals(SandboxStatus.RUNNING)) {
      return row.id();
    }
    boolean asleep = sandbox.equals(SandboxStatus.PAUSED) && resume == Resume.AUTO;
    if (!asleep && !sandbox.equals(SandboxStatus.STARTING)) {
      throw noConversation(conversationId, null);
    }
    if (!resumption.awake(row, deadline, why -> V0Bodies.addMessageError(why, null))) {
      throw V0Bodies.addMessageError("the conversation is still resuming, nothing done", null);
    }
    return row.id();
  }

  private void send(ConversationId id, AppSendMessageRequest message) {
    try {
      client.conversations().sendMessage(id, message);
    } catch (MessageOutcomeUnknownException mayHaveArrived) {
      stirred(id);
      throw mayHaveArrived;
    }
    stirred(id);
  }

  /** The end of the run before no longer counts. */
  private void stirred(ConversationId id) {
    ledger.update(id, memory -> memory.stirred(time.nanoTime()));
  }

  private static V0Exception noConversation(String conversationId, @Nullable Throwable cause) {
    return V0Bodies.addMessageError("no_conversation:" + conversationId, cause);
  }
}
