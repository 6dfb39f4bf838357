package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.RuntimeStatus;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The V0 status of what V1 says. The only place that decides it; pure. */
public final class StatusRules {

  /** For so long after the conversation came up, an unknown agent state means it is starting. */
  private static final Duration COMING_UP = Duration.ofSeconds(60);

  /** What a sandbox that reads so is, if it stays so: a busy one reads ERROR in passing. */
  private static final Map<SandboxStatus, V0Status> ENDS =
      Map.of(SandboxStatus.MISSING, V0Status.ARCHIVED, SandboxStatus.ERROR, V0Status.BROKEN);

  /** A conversation this young whose sandbox reads MISSING or ERROR may not have got it yet. */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  /** No two clocks are so far apart: what the server calls older than this is old. */
  private static final Duration SURELY_OLD = Duration.ofDays(1);

  private static final Map<AppConversationStartTaskStatus, RuntimeStatus> PHASES =
      Map.of(
          AppConversationStartTaskStatus.WAITING_FOR_SANDBOX, RuntimeStatus.STARTING_RUNTIME,
          AppConversationStartTaskStatus.PREPARING_REPOSITORY, RuntimeStatus.SETTING_UP_WORKSPACE,
          AppConversationStartTaskStatus.RUNNING_SETUP_SCRIPT, RuntimeStatus.SETTING_UP_WORKSPACE,
          AppConversationStartTaskStatus.SETTING_UP_GIT_HOOKS, RuntimeStatus.SETTING_UP_GIT_HOOKS);

  private static final Set<ConversationExecutionStatus> FAILURES =
      Set.of(ConversationExecutionStatus.ERROR, ConversationExecutionStatus.STUCK);

  private StatusRules() {}

  /**
   * The status of a conversation of which only the start task was read: it is still starting, its
   * start failed, or its row is there and cannot be read.
   *
   * @param task its start task
   * @param memory what is remembered of it, this reading included
   * @param nowNanos a monotonic reading
   * @return its V0 status
   */
  public static V0Status ofStart(AppConversationStartTask task, Memory memory, long nowNanos) {
    if (hasFailed(task, memory, nowNanos)) {
      return V0Status.FAILED;
    }
    if (task.appConversationId() != null) {
      if (memory.lastKnown() != null) {
        return memory.lastKnown();
      }
      if (memory.isStartStillFor(COMING_UP, nowNanos)) {
        return V0Status.SILENT; // a start that is over must not be waited for for ever
      }
    }
    AppConversationStartTaskStatus phase = task.status();
    return new V0Status(ConversationStatus.STARTING, phase == null ? null : PHASES.get(phase));
  }

  /**
   * Whether a start has failed for good. What became of a conversation that exists is not asked
   * here, whatever status it shows.
   *
   * @param task the start task
   * @param memory what is remembered of it, this reading included
   * @param nowNanos a monotonic reading
   * @return true also if nobody works on it any more
   */
  public static boolean hasFailed(AppConversationStartTask task, Memory memory, long nowNanos) {
    return task.appConversationId() == null
        && (AppConversationStartTaskStatus.ERROR.equals(task.status())
            || memory.isStartAbandoned(nowNanos));
  }

  /**
   * The status of a conversation.
   *
   * @param row the conversation as just read
   * @param memory what is remembered of it, this reading included
   * @param now the current time
   * @param nowNanos a monotonic reading
   * @param completion what a finished run shows as
   * @return its V0 status
   */
  public static V0Status of(
      AppConversation row, Memory memory, Instant now, long nowNanos, Completion completion) {
    SandboxStatus sandbox = Objects.requireNonNullElse(row.sandboxStatus(), SandboxStatus.MISSING);
    if (sandbox.equals(SandboxStatus.RUNNING)) {
      return running(row, memory, now, nowNanos, completion);
    }
    if (sandbox.equals(SandboxStatus.STARTING)) {
      return V0Status.STARTING;
    }
    V0Status end = ENDS.get(sandbox);
    if (end != null && memory.isBrokenForGood(nowNanos)) {
      return end;
    }
    if (memory.isStirring(nowNanos)) {
      return V0Status.STARTING; // a sandbox still asleep must not end a caller's new wait
    }
    if (sandbox.equals(SandboxStatus.PAUSED)) {
      return V0Status.STOPPED;
    }
    if (memory.lastKnown() != null) {
      return memory.lastKnown();
    }
    return end != null && !isYounger(YOUNG, row, memory, now, nowNanos)
        ? end
        : V0Status.STARTING; // a word of a newer server tells nothing, least of all an end
  }

  /**
   * Whether the sandbox of a conversation is there for its agent: by the same rules.
   *
   * @param row the conversation as just read
   * @param memory what is remembered of it, this reading included
   * @param nowNanos a monotonic reading
   * @return what holds now
   */
  public static SandboxState sandbox(AppConversation row, Memory memory, long nowNanos) {
    SandboxStatus sandbox = row.sandboxStatus();
    if (sandbox != null && ENDS.containsKey(sandbox)) {
      return memory.isBrokenForGood(nowNanos) ? SandboxState.GONE : SandboxState.DOUBTFUL;
    }
    boolean asleep = SandboxStatus.PAUSED.equals(sandbox) || memory.stopped();
    return asleep && !memory.isStirring(nowNanos) ? SandboxState.ASLEEP : SandboxState.UP;
  }

  /**
   * Whether the sandbox of a conversation reads as gone or broken and may be neither, so that
   * nothing must be told or done on the strength of it. The reading is believed if nothing sure is
   * known of the conversation here and the server has not changed its record for a day.
   *
   * @param row the conversation as just read
   * @param memory what is remembered of it, this reading included
   * @param now the current time
   * @param nowNanos a monotonic reading
   * @return true if it is to be read again
   */
  public static boolean isInDoubt(AppConversation row, Memory memory, Instant now, long nowNanos) {
    boolean believed = memory.lastKnown() == null && isSurelyOld(row.updatedAt(), now);
    return !believed && sandbox(row, memory, nowNanos) == SandboxState.DOUBTFUL;
  }

  private static V0Status running(
      AppConversation row, Memory memory, Instant now, long nowNanos, Completion completion) {
    ConversationExecutionStatus agent = row.executionStatus();
    if (memory.stopped()) {
      return V0Status.STOPPED; // only its sandbox goes on, for others
    }
    if (memory.isStirring(nowNanos)) {
      return V0Status.WORKING; // what the agent did before must not end a caller's new wait
    }
    if (agent == null) {
      if (memory.lastRunning() != null) {
        return memory.lastRunning();
      }
      return isYounger(COMING_UP, row, memory, now, nowNanos) ? V0Status.STARTING : V0Status.SILENT;
    }
    if (completion == Completion.AS_V0) {
      return FAILURES.contains(agent)
          ? new V0Status(ConversationStatus.RUNNING, RuntimeStatus.ERROR)
          : V0Status.WORKING;
    }
    if (FAILURES.contains(agent)) {
      return V0Status.FAILED;
    }
    return agent.equals(ConversationExecutionStatus.FINISHED)
        ? new V0Status(ConversationStatus.STOPPED, RuntimeStatus.READY)
        : V0Status.WORKING;
  }

  /**
   * Goes by our own watch, which is never longer than the truth. The server's times count only for
   * what is so old that a difference of clocks cannot explain it.
   */
  private static boolean isYounger(
      Duration limit, AppConversation row, Memory memory, Instant now, long nowNanos) {
    Instant created = memory.createdAt() == null ? row.createdAt() : memory.createdAt();
    return !isSurelyOld(created, now) && nowNanos - memory.firstSeenNanos() < limit.toNanos();
  }

  private static boolean isSurelyOld(@Nullable Instant time, Instant now) {
    return time != null && Duration.between(time, now).compareTo(SURELY_OLD) >= 0;
  }
}
