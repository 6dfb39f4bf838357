package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the poller's driver is to do. */
public sealed interface PollAction {

  /**
   * Read start tasks, in one request.
   *
   * @param ids up to 99 ids
   */
  record ReadTasks(List<StartTaskId> ids) implements PollAction {}

  /**
   * Read conversations, in one request.
   *
   * @param ids up to 99 ids
   */
  record ReadConversations(List<ConversationId> ids) implements PollAction {}

  /**
   * End a wait with what the server said.
   *
   * @param key the wait
   * @param ended the wait as it ended
   * @param verdict how it ends
   */
  record Conclude(long key, Wait ended, Verdict verdict) implements PollAction {}

  /**
   * End a wait whose time is over.
   *
   * @param key the wait
   * @param ended the wait as it ended
   * @param last what it has last seen
   */
  record Expire(long key, Wait ended, Progress last) implements PollAction {}

  /**
   * Tell a wait's listener.
   *
   * @param key the wait
   * @param progress what the wait sees now
   */
  record Report(long key, Progress progress) implements PollAction {}

  /**
   * Tell a wait's listener that the sandbox is paused.
   *
   * @param key the wait
   * @param sandboxId the sandbox, or null if the server does not say
   * @param progress what the wait sees now
   * @param first whether it was not told before
   */
  record Paused(long key, @Nullable String sandboxId, Progress progress, boolean first)
      implements PollAction {}
}
