package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends messages to agents, each at most once. If the answer is lost, the message is looked for
 * among those the user said since; presence proves that it arrived, absence proves nothing. Nothing
 * else in this project sends a message. Thread-safe.
 */
public final class MessageDriver {

  private final V1Api api;
  private final Calls calls;
  private final MessageLookUp lookUp;
  private final ClientOptions options;
  private final SentMessages sentMessages;
  private final LookRhythm rhythm;
  private final Consumer<ConversationId> taken;

  /**
   * Creates a driver.
   *
   * @param api the operations
   * @param calls carries them out
   * @param options the limits
   * @param sentMessages what the client has sent lately
   * @param rhythm when to look
   * @param taken told the conversation of each message that arrived, or may have
   */
  public MessageDriver(
      V1Api api,
      Calls calls,
      ClientOptions options,
      SentMessages sentMessages,
      LookRhythm rhythm,
      Consumer<ConversationId> taken) {
    this.api = api;
    this.calls = calls;
    this.lookUp = new MessageLookUp(api.events(), calls);
    this.options = options;
    this.sentMessages = sentMessages;
    this.rhythm = rhythm;
    this.taken = taken;
  }

  /**
   * Sends a text that lets the agent run.
   *
   * @param id the conversation
   * @param text the message
   * @return as {@link #send(ConversationId, AppSendMessageRequest)}
   * @throws MessageOutcomeUnknownException as {@link #send(ConversationId, AppSendMessageRequest)}
   * @throws OpenHandsException as {@link #send(ConversationId, AppSendMessageRequest)}
   */
  public AppSendMessageResponse send(ConversationId id, String text) {
    return send(
        id,
        AppSendMessageRequest.builder()
            .role("user")
            .content(List.of(TextContent.of(text)))
            .run(true)
            .build());
  }

  /**
   * Sends a message.
   *
   * @param id the conversation
   * @param message the message
   * @return the server's acknowledgment, or one of ours if the message was found
   * @throws MessageOutcomeUnknownException if it was sent, its answer was lost, and it was not
   *     found
   * @throws OpenHandsException if it was refused or not sent, for example for want of parts
   */
  public AppSendMessageResponse send(ConversationId id, AppSendMessageRequest message) {
    if (message.content().isEmpty()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "A message needs at least one part.");
    }
    MessageText text = MessageText.of(message);
    SentMessages.Sent sent = sentMessages.begin(id, text);
    try {
      AppSendMessageResponse answer =
          calls.call(
              OperationClass.MESSAGE,
              times -> api.appConversations().sendMessage(id, message, sent.noting(times)));
      sent.arrived();
      taken.accept(id);
      return answer;
    } catch (OpenHandsException failure) {
      if (!isUndecided(failure)) {
        sent.refused();
        throw failure;
      }
      return find(id, text, sent, failure);
    } catch (RuntimeException | Error odd) {
      // Whatever went wrong, the server may have the message.
      return find(id, text, sent, OddFailures.of("The answer to a message", odd));
    }
  }

  private AppSendMessageResponse find(
      ConversationId id, MessageText text, SentMessages.Sent sent, OpenHandsException lost) {
    taken.accept(id);
    if (!OurOwnEnd.is(lost) && text.isRecognizable() && isFound(id, text, sent, lost)) {
      sent.arrived();
      return AppSendMessageResponse.builder().success(true).build();
    }
    throw new MessageOutcomeUnknownException(id, lost);
  }

  private boolean isFound(
      ConversationId id, MessageText text, SentMessages.Sent sent, OpenHandsException lost) {
    Deadline looking = calls.within(sentMessages.clock().deadline(options.resolveTimeout()));
    Iterator<Duration> pauses = LookRhythm.PAUSES.iterator();
    try {
      while (!looking.isOver()) {
        if (looked(id, text, sent, looking, lost)) {
          return true;
        }
        if (!pauses.hasNext() || !rhythm.rest(pauses.next(), looking)) {
          return false;
        }
      }
    } catch (ClientClosedException | CallInterruptedException end) {
      lost.addSuppressed(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lost.addSuppressed(e);
    }
    return false;
  }

  /** One look; if it fails, the next one may not. */
  private boolean looked(
      ConversationId id,
      MessageText text,
      SentMessages.Sent sent,
      Deadline looking,
      OpenHandsException lost) {
    try {
      Optional<Instant> earliest = sentMessages.clock().earliest(sent.sentNanos());
      boolean found =
          lookUp.isThere(id, text, sent.likes(), earliest.orElse(Instant.EPOCH), looking);
      return found && earliest.isPresent(); // else the answer told the time, for the next look
    } catch (OpenHandsException failure) {
      if (OurOwnEnd.is(failure)) {
        throw failure;
      }
      lost.addSuppressed(failure);
      return false;
    } catch (RuntimeException | Error odd) {
      lost.addSuppressed(odd);
      return false;
    }
  }

  /** A conflict or a broken sandbox is said before the message is passed on. */
  private static boolean isUndecided(OpenHandsException failure) {
    boolean saidBefore =
        failure instanceof ApiException answer
            && (answer.status() == 409 || answer.status() == 503)
            && FailureClass.isApisOwn(answer);
    return FailureClass.of(failure).mayHaveBeenDone() && !saidBefore;
  }
}
