package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import org.jspecify.annotations.Nullable;

/** Insists on the answers that V0 always gives. */
final class Answers {

  private Answers() {}

  /** Refuses the JSON literal {@code null}, which only a get may be answered with. */
  static <T> T present(String call, @Nullable T answer) {
    if (answer == null) {
      throw unexpected(call);
    }
    return answer;
  }

  /** Refuses an answer that names no conversation: its id is lost. */
  static CreateConversationResponse created(@Nullable CreateConversationResponse answer) {
    CreateConversationResponse created = present("create", answer);
    if (created.conversationId().isBlank()) {
      throw unexpected("create");
    }
    return created;
  }

  /** Refuses all but {@code {"success":true}}. */
  static Bodies.Done success(String call, Bodies.@Nullable Done answer) {
    if (answer == null || !Boolean.TRUE.equals(answer.success())) {
      throw unexpected(call);
    }
    return answer;
  }

  /** The exception for an answer that is none of V0's. */
  static UnreadableAnswerException unexpected(String call) {
    return new UnreadableAnswerException(
        ErrorCode.ANSWER_UNREADABLE,
        200,
        "The answer to the " + call + " is not what a V0 server answers.",
        null);
  }
}
