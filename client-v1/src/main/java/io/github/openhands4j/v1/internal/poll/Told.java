package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a listener was last told. It is told of changes only.
 *
 * @param start the phase of the start, or null if it was told of none
 * @param sandbox the state of the sandbox, or null if it was told of none
 * @param agent what the agent did, or null if that was not known
 * @param stalled whether the start showed no sign of life
 */
record Told(
    @Nullable AppConversationStartTaskStatus start,
    @Nullable SandboxStatus sandbox,
    @Nullable ConversationExecutionStatus agent,
    boolean stalled) {

  static final Told NOTHING = new Told(null, null, null, false);

  static Told of(WaitState state) {
    return new Told(
        state.startStatus(),
        state.sandboxStatus(),
        state.executionStatus(),
        state.task().stalled());
  }

  /**
   * Whether a read brings news. An agent that gives no answer for once does not: the server asks it
   * anew for each read, and only its silence in two of them means something.
   */
  boolean isOutdatedBy(WaitState before, WaitState now) {
    boolean silent = now.executionStatus() == null && before.executionStatus() != null;
    return !Objects.equals(now.startStatus(), start)
        || !Objects.equals(now.sandboxStatus(), sandbox)
        || now.task().stalled() != stalled
        || (!silent && !Objects.equals(now.executionStatus(), agent));
  }
}
