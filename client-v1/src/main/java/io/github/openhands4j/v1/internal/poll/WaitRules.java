package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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

  /**
   * The server also says MISSING when it could not ask the runtime, and ERROR when a busy sandbox
   * did not answer within some seconds: they count only when they stay.
   */
  private static final Set<SandboxStatus> BROKEN =
      Set.of(SandboxStatus.MISSING, SandboxStatus.ERROR);

  private static final int BROKEN_READS = 3;

  private static final Duration BROKEN_SPAN = Duration.ofSeconds(60);

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
      Patience noRow = state.noRow().again(nowNanos);
      boolean gone = noRow.isOver(NO_ROW_READS, NO_ROW_SPAN, nowNanos);
      // A vanished task: from now on the conversation itself is asked for.
      return gone && state.ownId() != null
          ? WaitTurn.on(state.but().noRow(Patience.FRESH).conversationId(state.ownId()).build())
          : WaitTurn.on(state.but().noRow(noRow).build());
    }
    AppConversationStartTaskStatus status = task.status();
    WaitState seen =
        state
            .but()
            .startStatus(status)
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
      return readyWithoutId(seen, nowNanos);
    }
    return WaitTurn.on(seen.but().noRow(Patience.FRESH).build());
  }

  private static WaitTurn readyWithoutId(WaitState state, long nowNanos) {
    Patience noRow = state.noRow().again(nowNanos);
    WaitState patient = state.but().noRow(noRow).build();
    return state.ownId() != null && noRow.times() >= NO_ROW_READS
        ? ready(patient, state.ownId())
        : WaitTurn.on(patient);
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
   * @param nowNanos a monotonic reading
   * @return what the wait knows now, and whether it ends
   */
  public static WaitTurn seeConversation(
      WaitState state, @Nullable AppConversation conversation, long nowNanos) {
    if (conversation == null) {
      return WaitTurn.on(state.but().noRow(state.noRow().again(nowNanos)).build());
    }
    SandboxStatus sandbox = conversation.sandboxStatus();
    boolean broken = sandbox != null && BROKEN.contains(sandbox);
    Patience patience = broken ? state.broken().again(nowNanos) : Patience.FRESH;
    WaitState seen =
        state
            .but()
            .conversationId(conversation.id())
            .sandboxStatus(sandbox)
            .executionStatus(conversation.executionStatus())
            .sandboxId(conversation.sandboxId())
            .pause(state.pause().seen(SandboxStatus.PAUSED.equals(sandbox), nowNanos))
            .stirredNanos(stillStirred(state, conversation, nowNanos))
            .noRow(Patience.FRESH)
            .broken(patience)
            .build();
    if (state.goal() == Goal.READY) {
      return new WaitTurn(seen, new Verdict.Ready(conversation.id()));
    }
    boolean lost = broken && patience.isOver(BROKEN_READS, BROKEN_SPAN, nowNanos);
    Outcome outcome =
        lost ? Outcome.SANDBOX_LOST : seen.stirredNanos() != null ? null : outcomeOf(conversation);
    return new WaitTurn(seen, outcome == null ? null : new Verdict.Ended(conversation, outcome));
  }

  private static @Nullable Long stillStirred(
      WaitState state, AppConversation conversation, long nowNanos) {
    Long stirred = state.stirredNanos();
    boolean over =
        stirred == null
            || ConversationExecutionStatus.RUNNING.equals(conversation.executionStatus())
            || nowNanos - stirred >= STIRRED_SPAN.toNanos();
    return over ? null : stirred;
  }

  private static @Nullable Outcome outcomeOf(AppConversation conversation) {
    ConversationExecutionStatus status = conversation.executionStatus();
    return status == null ? null : ENDS.get(status);
  }
}
