package io.github.openhands4j.core;

import io.github.openhands4j.model.ConversationId;

/**
 * Whether the server took a message could not be found out. Read the conversation's events before
 * sending it again.
 */
public final class MessageOutcomeUnknownException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final ConversationId conversationId;

  /**
   * Creates an exception.
   *
   * @param conversationId the conversation the message was for
   * @param cause what kept the answer from us
   */
  public MessageOutcomeUnknownException(ConversationId conversationId, Throwable cause) {
    super(
        ErrorCode.MESSAGE_OUTCOME_UNKNOWN,
        "A message to conversation "
            + conversationId
            + " was sent and its answer was lost. It is not sent again:"
            + " read the conversation before you repeat it.",
        true,
        cause);
    this.conversationId = conversationId;
  }

  /**
   * The conversation.
   *
   * @return its id
   */
  public ConversationId conversationId() {
    return conversationId;
  }
}
