package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Creates;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/conversations}: a V1 start that answers as soon as the server took it. It makes
 * no attempt of its own: the start protocol below decides what is sent.
 */
final class CreateCall {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final OpenHandsClient client;
  private final CompatOptions compat;
  private final ConversationLedger ledger;

  CreateCall(OpenHandsClient client, CompatOptions compat, ConversationLedger ledger) {
    this.client = client;
    this.compat = compat;
    this.ledger = ledger;
  }

  CreateConversationResponse make(CreateConversationRequest request) {
    Creates.Translated start = Creates.translate(request, compat.lossyFeatures());
    start
        .dropped()
        .forEach(
            field ->
                LOG.warn(
                    "a create was started without what V1 has no place for [field={}]", field));
    try {
      return answer(client.conversations().start(start.request()));
    } catch (StartFailedException failed) {
      throw startFailed(failed, request.repository());
    } catch (OpenHandsException failure) {
      throw unlessKnown(failure);
    }
  }

  private CreateConversationResponse answer(Start start) {
    start
        .duplicates()
        .forEach(
            task ->
                LOG.warn(
                    "something on the way sent a start twice [conversation={}, task={}]",
                    start.handle().conversationId(),
                    task));
    ConversationId id = start.conversationId().orElseGet(() -> idOf(start));
    remember(id, start);
    if (!compat.createWait().isZero()) {
      waitFor(id, start);
    }
    return CreateConversationResponse.builder()
        .status("ok")
        .conversationId(id.hex())
        .conversationStatus(ConversationStatus.STARTING)
        .build();
  }

  private void remember(ConversationId id, Start start) {
    ledger.began(id);
    ledger.update(
        id,
        memory ->
            memory
                .but()
                .startTaskId(start.startTask().map(AppConversationStartTask::id).orElse(null))
                .build());
  }

  /**
   * The id of a server that takes none. It took the start, so whatever ends this wait but a failed
   * start leaves a conversation whose id nobody knows yet, and ours is not the one.
   */
  private static ConversationId idOf(Start start) {
    try {
      return start.awaitReady();
    } catch (StartFailedException failed) {
      throw failed;
    } catch (OpenHandsException noIdYet) {
      throw new V0StartOutcomeUnknownException(null, noIdYet);
    }
  }

  /** The server took the start: trouble with watching it is no reason to report a failure. */
  private void waitFor(ConversationId id, Start start) {
    try {
      start.awaitReady(compat.createWait());
    } catch (StartFailedException failed) {
      throw failed;
    } catch (CallInterruptedException | ClientClosedException left) {
      throw new V0StartOutcomeUnknownException(id.hex(), left);
    } catch (OpenHandsException notReadyYet) {
      LOG.debug(
          "create answers before READY [conversation={}, failure={}]", id, notReadyYet.code().id());
    }
  }

  /** A start that failed while the create waited for it, in the words V0 used. */
  private static V0Exception startFailed(StartFailedException failed, @Nullable String repository) {
    String detail = failed.detail().orElse("The conversation could not be started");
    String lower = detail.toLowerCase(Locale.ROOT);
    return lower.contains("git provider") || lower.contains("git token or valid repository")
        ? V0Bodies.providerError(
            repository == null ? detail : "Unable to access repo " + repository, failed)
        : V0Bodies.messageError(500, detail, "STATUS$ERROR", failed);
  }

  /** An outcome that is not known must not look like a failure that may be repeated. */
  private static V0Exception unlessKnown(OpenHandsException failure) {
    Optional<StartHandle> handle = Optional.empty();
    if (failure instanceof StartOutcomeUnknownException unknown) {
      handle = Optional.of(unknown.handle());
    } else if (failure instanceof CallInterruptedException interrupted) {
      handle = interrupted.handle();
    } else if (failure instanceof ClientClosedException closed) {
      handle = closed.handle();
    }
    return handle
        .<V0Exception>map(
            start -> new V0StartOutcomeUnknownException(start.conversationId().hex(), failure))
        .orElseGet(() -> V0Failures.of(failure));
  }
}
