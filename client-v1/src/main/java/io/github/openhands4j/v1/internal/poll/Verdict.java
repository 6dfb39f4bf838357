package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.Outcome;
import org.jspecify.annotations.Nullable;

/** How a wait ends because of what the server said. */
public sealed interface Verdict {

  /**
   * The conversation exists.
   *
   * @param id its id
   */
  record Ready(ConversationId id) implements Verdict {}

  /**
   * The run has ended.
   *
   * @param conversation the conversation as last read
   * @param outcome how it ended
   */
  record Ended(AppConversation conversation, Outcome outcome) implements Verdict {}

  /**
   * The server could not start the conversation.
   *
   * @param detail its reason, or null
   * @param sandboxId the sandbox that may have been left running, or null
   */
  record StartFailed(@Nullable String detail, @Nullable String sandboxId) implements Verdict {}

  /** Neither the start task nor the conversation is listed, and has not been for long. */
  record Vanished() implements Verdict {}
}
