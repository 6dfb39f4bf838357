package io.github.openhands4j.statespace;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.internal.start.StartState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The values that the states of one space are made of: one of each kind, so that equal states are
 * equal.
 */
final class Samples {

  static final StartHandle HANDLE =
      new StartHandle(
          new ConversationId(new UUID(1, 1)),
          URI.create("http://127.0.0.1:1"),
          Instant.EPOCH,
          "0".repeat(32));

  final OpenHandsException diskFull = new JournalException(new IllegalStateException("full"));
  final OpenHandsException notSent =
      new TransportException(ErrorCode.NOT_SENT, "No connection.", false, null);
  final OpenHandsException lost =
      new TransportException(ErrorCode.CONNECTION_LOST, "Lost.", true, null);
  final OpenHandsException cut =
      new UnreadableAnswerException(ErrorCode.ANSWER_UNREADABLE, 200, "Cut.", null);
  final OpenHandsException interrupted =
      new CallInterruptedException("Interrupted.", true, null, null);
  final OpenHandsException closed = new ClientClosedException(null, true);
  final OpenHandsException serverError = answer(503);
  final OpenHandsException limited = answer(429);
  final OpenHandsException refused = answer(422);
  static final AppConversationStartTask FOREIGN_ROW = row(new ConversationId(new UUID(2, 2)), 9);

  private static ApiException answer(int status) {
    return ApiException.of(new ErrorAnswer("POST", status, Map.of(), "{}", null));
  }

  private static AppConversationStartTask row(ConversationId id, long number) {
    return AppConversationStartTask.builder()
        .id(new StartTaskId(new UUID(3, number)))
        .status(AppConversationStartTaskStatus.WORKING)
        .request(AppConversationStartRequest.builder().conversationId(id).build())
        .build();
  }

  static AppConversationStartTask row(long number) {
    return row(HANDLE.conversationId(), number);
  }

  static List<AppConversationStartTask> rows(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(Samples::row).toList();
  }

  /** The same state with a cause that is one of these, as far as the protocol tells them apart. */
  StartState canonical(StartState state) {
    return state.lost() instanceof UnreadableAnswerException
        ? new StartState(state.handle(), state.phase(), state.looks(), state.lookedInVain(), cut)
        : state;
  }

  /** Whether an exception tells its catcher which start it is about. */
  static boolean namesTheStart(OpenHandsException failure) {
    return (failure instanceof StartOutcomeUnknownException unknown
            && unknown.handle().equals(HANDLE))
        || (failure instanceof CallInterruptedException interrupted
            && interrupted.handle().filter(HANDLE::equals).isPresent())
        || (failure instanceof ClientClosedException closed
            && closed.handle().filter(HANDLE::equals).isPresent());
  }
}
