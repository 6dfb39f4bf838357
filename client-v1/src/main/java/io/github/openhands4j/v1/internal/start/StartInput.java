package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.util.List;

/** What can happen to a start. */
public sealed interface StartInput {

  /** The caller wants it sent. */
  record Begin() implements StartInput {}

  /** The start is written down. */
  record WrittenDown() implements StartInput {}

  /**
   * The start could not be written down.
   *
   * @param failure why
   */
  record NotWrittenDown(OpenHandsException failure) implements StartInput {}

  /** The caller wants to know what became of it. */
  record Resume() implements StartInput {}

  /**
   * The server answered the send with a readable task.
   *
   * @param task the answer
   */
  record Answered(AppConversationStartTask task) implements StartInput {}

  /**
   * The send failed, all its allowed repeats included.
   *
   * @param kind what the failure says about the server
   * @param failure the failure
   */
  record Failed(FailureClass kind, OpenHandsException failure) implements StartInput {}

  /**
   * The server was asked.
   *
   * @param tasks start tasks whose echo has our id
   * @param conversationExists whether there is a conversation with our id
   */
  record Looked(List<AppConversationStartTask> tasks, boolean conversationExists)
      implements StartInput {}

  /**
   * The server could not be asked.
   *
   * @param failure why
   */
  record LookFailed(OpenHandsException failure) implements StartInput {}

  /** A pause is over. */
  record Woke() implements StartInput {}

  /**
   * The thread was interrupted, or the client closed, in a pause.
   *
   * @param failure the interruption or closing
   */
  record Interrupted(OpenHandsException failure) implements StartInput {}

  /** The time for finding out is over, before a look or in a pause. */
  record TimeUp() implements StartInput {}
}
