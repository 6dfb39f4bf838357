package io.github.openhands4j.core;

import io.github.openhands4j.model.ConversationId;

/**
 * The sandbox of a conversation has been MISSING or in ERROR for a minute. The conversation can
 * only be read.
 */
public final class SandboxLostException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final ConversationId conversationId;

  /**
   * Creates an exception.
   *
   * @param conversationId the conversation
   * @param status what the sandbox reads
   */
  public SandboxLostException(ConversationId conversationId, String status) {
    super(
        ErrorCode.SANDBOX_LOST,
        "The sandbox of conversation "
            + conversationId
            + " reads "
            + status
            + " and stays so. The conversation can only be read.",
        true,
        null);
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
