package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;

/** What V1 knows of an id. */
public sealed interface Found {

  /**
   * A conversation.
   *
   * @param row the conversation
   */
  record Row(AppConversation row) implements Found {}

  /**
   * Only a start task: the conversation is starting, or its start failed.
   *
   * @param id the conversation
   * @param task its start task
   */
  record Task(ConversationId id, AppConversationStartTask task) implements Found {}

  /** Nothing. */
  record Nothing() implements Found {}
}
