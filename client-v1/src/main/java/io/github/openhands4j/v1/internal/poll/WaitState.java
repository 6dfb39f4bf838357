package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import org.jspecify.annotations.Nullable;

/**
 * What a wait knows.
 *
 * @param goal what it waits for
 * @param taskId the start task, or null if the start was found by its conversation
 * @param ownId the id we gave the conversation, or null if the server did not take it
 * @param conversationId the conversation once it exists, or null
 * @param presumed whether the conversation is asked for by our own id although nothing has shown it
 * @param startStatus the furthest phase of the start seen, or a newer word that is not known; null
 *     if none was seen
 * @param sandboxStatus the state of the sandbox last seen, or null
 * @param executionStatus what the agent was last seen doing, or null
 * @param sandboxId the sandbox, or null if not seen
 * @param noRow how long the task or conversation has not been listed, or has been READY without an
 *     id
 * @param broken how long the sandbox has been MISSING or in ERROR
 * @param task since when the start task has shown no sign of life
 * @param pause when it was told that the sandbox is paused
 * @param interrupted whether the sandbox was paused and the agent was not seen running since
 * @param stirredNanos when a message was sent whose run was not seen yet, as a monotonic reading;
 *     null if there is none
 * @param cost what the conversation was last seen to have cost in US dollars, or null
 * @param told what a listener was last told
 */
@WireRecord
public record WaitState(
    Goal goal,
    @Nullable StartTaskId taskId,
    @Nullable ConversationId ownId,
    @Nullable ConversationId conversationId,
    boolean presumed,
    @Nullable AppConversationStartTaskStatus startStatus,
    @Nullable SandboxStatus sandboxStatus,
    @Nullable ConversationExecutionStatus executionStatus,
    @Nullable String sandboxId,
    Patience noRow,
    Patience broken,
    TaskWatch task,
    PauseWatch pause,
    boolean interrupted,
    @Nullable Long stirredNanos,
    @Nullable Double cost,
    Told told) {

  /**
   * A wait that has seen nothing yet.
   *
   * @param goal what it waits for
   * @param taskId the start task, or null if the conversation is known to exist
   * @param ownId the id we gave the conversation, or null if the server did not take it
   * @return the first state
   */
  public static WaitState of(
      Goal goal, @Nullable StartTaskId taskId, @Nullable ConversationId ownId) {
    return new WaitState(
        goal,
        taskId,
        ownId,
        taskId == null ? ownId : null,
        false,
        null,
        null,
        null,
        null,
        Patience.FRESH,
        Patience.FRESH,
        TaskWatch.NOTHING_SEEN,
        PauseWatch.AWAKE,
        false,
        null,
        null,
        Told.NOTHING);
  }

  WaitStateBuilder but() {
    return WaitStateBuilder.builder(this);
  }
}
