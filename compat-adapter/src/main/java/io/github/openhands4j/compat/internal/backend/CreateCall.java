package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Creates;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/conversations}: a V1 start that answers as soon as the server took it. It makes
 * no attempt of its own: the start protocol below decides what is sent. Where an equal create ended
 * in an unknown outcome shortly before, it asks for that one first.
 */
final class CreateCall {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final OpenHandsClient client;
  private final CompatOptions compat;
  private final ConversationLedger ledger;
  private final UnknownCreates unknown;
  private final UsageMeter meter;

  CreateCall(
      OpenHandsClient client,
      CompatOptions compat,
      ConversationLedger ledger,
      UnknownCreates unknown,
      UsageMeter meter) {
    this.client = client;
    this.compat = compat;
    this.ledger = ledger;
    this.unknown = unknown;
    this.meter = meter;
  }

  CreateConversationResponse make(CreateConversationRequest request) {
    Creates.Translated start = Creates.translate(request, compat.lossyFeatures());
    start
        .dropped()
        .forEach(
            field -> {
              meter.lost("create." + field);
              LOG.warn("a create was started without what V1 has no place for [field={}]", field);
            });
    try {
      return answer(request, foundOrStarted(request, start.request()));
    } catch (StartFailedException failed) {
      throw startFailed(failed, request.repository());
    } catch (OpenHandsException failure) {
      throw unlessKnown(request, failure);
    }
  }

  private Start foundOrStarted(CreateConversationRequest request, StartRequest body) {
    Optional<Supplier<Start>> before = unknown.take(request);
    Optional<Start> found = before.flatMap(find -> foundBefore(request, find));
    if (found.isPresent()) {
      return found.get();
    }
    try {
      return client.conversations().start(body);
    } catch (OpenHandsException failure) {
      if (!FailureClass.of(failure).mayHaveBeenDone()) {
        // nothing came of this repeat, so the one before still stands for the next
        before.ifPresent(find -> unknown.add(request, find));
      }
      throw failure;
    }
  }

  /**
   * What an equal create started whose outcome was not known. If the server answers now, and does
   * not know it, the caller's repeat is a new start.
   */
  private Optional<Start> foundBefore(CreateConversationRequest request, Supplier<Start> find) {
    try {
      Start found = find.get();
      LOG.info(
          "a repeated create is answered with the conversation of the one before"
              + " [conversation={}]",
          found.handle().conversationId());
      return Optional.of(found);
    } catch (StartOutcomeUnknownException still) {
      if (still.lookedInVain()) {
        LOG.warn(
            "a repeated create starts anew: the server does not know the one before"
                + " [conversation={}]",
            still.handle().conversationId());
        return Optional.empty();
      }
      throw still;
    } catch (RuntimeException | Error failure) {
      if (!OurOwnEnd.is(failure)) {
        unknown.add(request, find); // those two put it back themselves, by their handle
      }
      throw failure;
    }
  }

  private CreateConversationResponse answer(CreateConversationRequest request, Start start) {
    start
        .duplicates()
        .forEach(
            task ->
                LOG.warn(
                    "something on the way sent a start twice [conversation={}, task={}]",
                    start.handle().conversationId(),
                    task));
    ConversationId id = start.conversationId().orElseGet(() -> idOf(request, start));
    remember(id, start);
    if (!compat.createWait().isZero()) {
      waitFor(request, id, start);
    }
    return CreateConversationResponse.builder()
        .status("ok")
        .conversationId(id.hex())
        .conversationStatus(ConversationStatus.STARTING)
        .build();
  }

  private void remember(ConversationId id, Start start) {
    ledger.began(id);
    start.startTask().ifPresent(task -> ledger.update(id, memory -> memory.started(task)));
  }

  /**
   * The id of a server that takes none. It took the start, so whatever ends this wait but a failed
   * start leaves a conversation whose id nobody knows yet, and ours is not the one.
   */
  private ConversationId idOf(CreateConversationRequest request, Start start) {
    try {
      return start.awaitReady();
    } catch (StartFailedException failed) {
      throw failed;
    } catch (RuntimeException | Error noIdYet) {
      unknown.add(request, () -> start);
      throw new V0StartOutcomeUnknownException(null, noIdYet);
    }
  }

  /** The server took the start: trouble with watching it is no reason to report a failure. */
  private void waitFor(CreateConversationRequest request, ConversationId id, Start start) {
    try {
      start.awaitReady(compat.createWait());
    } catch (StartFailedException failed) {
      throw failed;
    } catch (CallInterruptedException | ClientClosedException left) {
      unknown.add(request, () -> start);
      throw new V0StartOutcomeUnknownException(id.hex(), left);
    } catch (OpenHandsException notReadyYet) {
      LOG.debug(
          "create answers before READY [conversation={}, failure={}]", id, notReadyYet.code().id());
    } catch (RuntimeException | Error unexpected) {
      LOG.warn(
          "create answers before READY, which was not watched [conversation={}]", id, unexpected);
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
  private V0Exception unlessKnown(CreateConversationRequest request, OpenHandsException failure) {
    Optional<StartHandle> handle = Optional.empty();
    if (failure instanceof StartOutcomeUnknownException unknown) {
      handle = Optional.of(unknown.handle());
    } else if (failure instanceof CallInterruptedException interrupted) {
      handle = interrupted.handle();
    } else if (failure instanceof ClientClosedException closed) {
      handle = closed.handle();
    }
    handle.ifPresent(start -> unknown.add(request, () -> client.conversations().resolve(start)));
    return handle
        .<V0Exception>map(
            start -> new V0StartOutcomeUnknownException(start.conversationId().hex(), failure))
        .orElseGet(() -> V0Failures.of(failure));
  }
}
