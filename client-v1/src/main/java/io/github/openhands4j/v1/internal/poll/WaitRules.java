package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.internal.sandbox.SandboxTrouble;
import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.MetricsSnapshot;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.Outcome;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a wait ends, as pure functions of what it knows and what the server says. This is the only
 * place that decides it.
 */
public final class WaitRules {

  private static final Map<ConversationExecutionStatus, Outcome> ENDS =
      Map.of(
          ConversationExecutionStatus.FINISHED, Outcome.FINISHED,
          ConversationExecutionStatus.ERROR, Outcome.FAILED,
          ConversationExecutionStatus.STUCK, Outcome.STUCK,
          ConversationExecutionStatus.WAITING_FOR_CONFIRMATION, Outcome.NEEDS_CONFIRMATION);

  /** Replicas lag: a row that is not listed counts as gone after this many reads and this long. */
  private static final int NO_ROW_READS = 3;

  private static final Duration NO_ROW_SPAN = Duration.ofSeconds(10);

  /** So long neither the task nor the conversation is listed before the start has vanished. */
  private static final Duration GONE_SPAN = Duration.ofSeconds(60);

  /**
   * Right after a message the server may still show the end of the run before. So long it counts
   * only once the agent was seen running.
   */
  private static final Duration STIRRED_SPAN = Duration.ofSeconds(15);

  private WaitRules() {}

  /**
   * The start task was read.
   *
   * @param state what the wait knows
   * @param task the task, or null if it is not listed
   * @param nowNanos a monotonic reading
   * @return what the wait knows now, and whether it ends
   */
  public static WaitTurn seeTask(
      WaitState state, @Nullable AppConversationStartTask task, long nowNanos) {
    if (task == null) {
      return withoutId(state, NO_ROW_SPAN, nowNanos);
    }
    AppConversationStartTaskStatus status = task.status();
    WaitState seen =
        state
            .but()
            .startStatus(state.task().isNews(status) ? status : state.startStatus())
            .task(state.task().seen(status, task.updatedAt(), nowNanos))
            .build();
    if (task.appConversationId() != null) {
      // Whatever the status: a start that reads ERROR after READY has its conversation all the
      // same.
      return ready(seen, task.appConversationId());
    }
    if (AppConversationStartTaskStatus.ERROR.equals(status)) {
      return new WaitTurn(seen, new Verdict.StartFailed(task.detail(), task.sandboxId()));
    }
    if (AppConversationStartTaskStatus.READY.equals(status)) {
      return withoutId(seen, Duration.ZERO, nowNanos);
    }
    return WaitTurn.on(seen.but().noRow(Patience.FRESH).build());
  }

  /**
   * The task is not listed, or READY and names no conversation. If that lasts, the conversation is
   * asked for by our own id, in turns with the task.
   */
  private static WaitTurn withoutId(WaitState state, Duration lasting, long nowNanos) {
    Patience noRow = state.noRow().again(nowNanos);
    WaitState next = state.but().noRow(noRow).build();
    if (state.ownId() == null) {
      return unlessGone(next, nowNanos);
    }
    return noRow.isOver(NO_ROW_READS, lasting, nowNanos)
        ? WaitTurn.on(next.but().conversationId(state.ownId()).presumed(true).build())
        : WaitTurn.on(next);
  }

  private static WaitTurn unlessGone(WaitState state, long nowNanos) {
    return state.noRow().isOver(NO_ROW_READS, GONE_SPAN, nowNanos)
        ? new WaitTurn(state, new Verdict.Vanished())
        : WaitTurn.on(state);
  }

  private static WaitTurn ready(WaitState state, ConversationId id) {
    WaitState next = state.but().conversationId(id).noRow(Patience.FRESH).build();
    return state.goal() == Goal.READY
        ? new WaitTurn(next, new Verdict.Ready(id))
        : WaitTurn.on(next);
  }

  /**
   * The conversation was read.
   *
   * @param state what the wait knows
   * @param conversation the conversation, or null if it is not listed
   * @param begunNanos when the read began, as a monotonic reading
   * @param nowNanos a monotonic reading
   * @return what the wait knows now, and whether it ends
   */
  public static WaitTurn seeConversation(
      WaitState state, @Nullable AppConversation conversation, long begunNanos, long nowNanos) {
    if (conversation == null) {
      boolean backToTheTask = state.presumed() && state.taskId() != null;
      WaitState next =
          state
              .but()
              .noRow(state.noRow().again(nowNanos))
              .conversationId(backToTheTask ? null : state.conversationId())
              .presumed(false)
              .build();
      // The task may have been listed again since it was last read.
      boolean stale = backToTheTask && state.noRow().isStale(GONE_SPAN, nowNanos);
      return stale ? WaitTurn.on(next) : unlessGone(next, nowNanos);
    }
    SandboxStatus sandbox = conversation.sandboxStatus();
    Patience broken = SandboxTrouble.seen(state.broken(), sandbox, nowNanos);
    WaitState seen =
        state
            .but()
            .conversationId(conversation.id())
            .presumed(false)
            .sandboxStatus(sandbox)
            .executionStatus(conversation.executionStatus())
            .sandboxId(conversation.sandboxId())
            .cost(cost(conversation))
            .pause(state.pause().seen(SandboxStatus.PAUSED.equals(sandbox), nowNanos))
            .interrupted(isInterrupted(state, conversation))
            .stirredNanos(stillStirred(state, conversation, begunNanos))
            .noRow(Patience.FRESH)
            .broken(broken)
            .build();
    if (state.goal() == Goal.READY) {
      return new WaitTurn(seen, new Verdict.Ready(conversation.id()));
    }
    boolean lost = SandboxTrouble.isForGood(broken, nowNanos);
    Outcome outcome =
        lost ? Outcome.SANDBOX_LOST : seen.stirredNanos() != null ? null : outcomeOf(conversation);
    if (Outcome.FAILED.equals(outcome) && state.interrupted() && seen.interrupted()) {
      outcome = Outcome.INTERRUPTED;
    }
    return new WaitTurn(seen, outcome == null ? null : new Verdict.Ended(conversation, outcome));
  }

  /**
   * The server says of an agent that worked when its sandbox was paused that it ended in an error.
   * One that was seen running since, or was sent a message, has begun anew.
   */
  private static boolean isInterrupted(WaitState state, AppConversation conversation) {
    boolean begun =
        state.stirredNanos() != null
            || ConversationExecutionStatus.RUNNING.equals(conversation.executionStatus());
    return SandboxStatus.PAUSED.equals(conversation.sandboxStatus())
        || (state.interrupted() && !begun);
  }

  private static @Nullable Double cost(AppConversation conversation) {
    MetricsSnapshot metrics = conversation.metrics();
    return metrics == null ? null : metrics.accumulatedCost();
  }

  private static @Nullable Long stillStirred(
      WaitState state, AppConversation conversation, long begunNanos) {
    Long stirred = state.stirredNanos();
    if (stirred == null) {
      return null;
    }
    // What began before the message tells of the run before, whatever it says.
    long since = begunNanos - stirred;
    boolean runs = ConversationExecutionStatus.RUNNING.equals(conversation.executionStatus());
    return since >= (runs ? 0 : STIRRED_SPAN.toNanos()) ? null : stirred;
  }

  /**
   * How a run has ended, by one reading.
   *
   * @param conversation the conversation
   * @return the outcome, {@link Outcome#NOT_ENDED} if it has not or is not known
   */
  public static Outcome outcomeSoFar(AppConversation conversation) {
    Outcome outcome = outcomeOf(conversation);
    return outcome == null ? Outcome.NOT_ENDED : outcome;
  }

  private static @Nullable Outcome outcomeOf(AppConversation conversation) {
    ConversationExecutionStatus status = conversation.executionStatus();
    return status == null ? null : ENDS.get(status);
  }
}
