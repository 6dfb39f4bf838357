package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done next for a start. */
public sealed interface StartAction {

  /** Write the start down, durably. The protocol asks for this before anything is sent. */
  record WriteDown() implements StartAction {}

  /** Send the request. The protocol asks for this at most once. */
  record Send() implements StartAction {}

  /** Ask the server for start tasks and a conversation with our id. */
  record Look() implements StartAction {}

  /**
   * Wait, then look again.
   *
   * @param duration how long, before jitter
   */
  record Pause(Duration duration) implements StartAction {}

  /**
   * The server has the start.
   *
   * @param task its task, or null if only the conversation was found
   * @param echoed whether the server took our id
   * @param recovered whether it was found by asking
   * @param duplicates further tasks with our id
   */
  record Succeed(
      @Nullable AppConversationStartTask task,
      boolean echoed,
      boolean recovered,
      List<AppConversationStartTask> duplicates)
      implements StartAction {}

  /**
   * The start ends with an exception.
   *
   * @param failure what the caller gets
   * @param nothingStarted whether it is certain that the server has no such start
   */
  record Fail(OpenHandsException failure, boolean nothingStarted) implements StartAction {}
}
