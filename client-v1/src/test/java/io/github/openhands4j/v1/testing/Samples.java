package io.github.openhands4j.v1.testing;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationBuilder;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskBuilder;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that tests start from; equal arguments give equal values. */
public final class Samples {

  private static final long CONVERSATIONS = 0xa000_0000_0000_4000L;
  private static final long TASKS = 0xb000_0000_0000_4000L;

  private Samples() {}

  /**
   * A conversation's id.
   *
   * @param number tells it from others
   * @return the id
   */
  public static ConversationId conversationId(long number) {
    return new ConversationId(new UUID(CONVERSATIONS, number));
  }

  /**
   * A start task's id.
   *
   * @param number tells it from others
   * @return the id
   */
  public static StartTaskId taskId(long number) {
    return new StartTaskId(new UUID(TASKS, number));
  }

  /**
   * The handle of a start.
   *
   * @param number of its conversation
   * @return the handle
   */
  public static StartHandle handle(long number) {
    return new StartHandle(
        conversationId(number),
        URI.create("http://127.0.0.1:1"),
        Instant.parse("2026-01-01T00:00:00Z"),
        "0123456789abcdef0123456789abcdef");
  }

  /**
   * A start that could not be written down.
   *
   * @return a new failure
   */
  public static OpenHandsException notRecorded() {
    return new JournalException(new IllegalStateException("full"));
  }

  /**
   * A start task.
   *
   * @param number tells it from others
   * @param status its status
   * @param echo the id its request had, or null
   * @return a builder with these set
   */
  public static AppConversationStartTaskBuilder task(
      long number, AppConversationStartTaskStatus status, @Nullable ConversationId echo) {
    return AppConversationStartTask.builder()
        .id(taskId(number))
        .status(status)
        .request(AppConversationStartRequest.builder().conversationId(echo).build());
  }

  /**
   * A conversation.
   *
   * @param number of its id
   * @return a builder with the id set
   */
  public static AppConversationBuilder conversation(long number) {
    return AppConversation.builder().id(conversationId(number));
  }

  /**
   * The server's answer to a failed call.
   *
   * @param status the HTTP status
   * @return the exception
   */
  public static ApiException answer(int status) {
    return answer(status, Map.of());
  }

  /**
   * The server's answer to a failed call.
   *
   * @param status the HTTP status
   * @param headers its headers, lower case
   * @return the exception
   */
  public static ApiException answer(int status, Map<String, List<String>> headers) {
    return ApiException.of(new ErrorAnswer("GET /somewhere", status, headers, "", null));
  }

  /**
   * A connection that broke after the request had been written.
   *
   * @return the exception
   */
  public static OpenHandsException lost() {
    return new TransportException(ErrorCode.CONNECTION_LOST, "The answer was lost.", true, null);
  }

  /**
   * A connection that could not be made.
   *
   * @return the exception
   */
  public static OpenHandsException notSent() {
    return new TransportException(ErrorCode.CONNECTION_LOST, "Nothing was sent.", false, null);
  }

  /**
   * A web page in place of an answer.
   *
   * @return the exception
   */
  public static OpenHandsException webPage() {
    return new UnreadableAnswerException(ErrorCode.ANSWER_IS_HTML, 200, "A web page.", null);
  }

  /**
   * An answer that is not what was asked for.
   *
   * @return the exception
   */
  public static OpenHandsException unreadable() {
    return new UnreadableAnswerException(ErrorCode.ANSWER_UNREADABLE, 200, "Cut.", null);
  }

  /**
   * An interruption during a call that had been written.
   *
   * @return the exception, without a handle
   */
  public static OpenHandsException interrupted() {
    return new CallInterruptedException("Interrupted.", true, null, null);
  }

  /**
   * A client that was closed during a call that had been written.
   *
   * @return the exception, without a handle
   */
  public static OpenHandsException closed() {
    return new ClientClosedException(null, true);
  }
}
