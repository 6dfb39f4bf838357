package io.github.openhands4j.v1;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.net.URI;

/**
 * A conversation whose run has ended.
 *
 * @param outcome how it ended
 * @param state the conversation as it was last read
 * @param link its page in the web application
 */
public record Conversation(Outcome outcome, AppConversation state, URI link) {

  /**
   * The conversation's id.
   *
   * @return the id
   */
  public ConversationId id() {
    return state.id();
  }
}
