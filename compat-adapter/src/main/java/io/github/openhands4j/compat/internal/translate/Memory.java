package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.core.internal.sandbox.SandboxTrouble;
import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one conversation between two V0 calls. Immutable.
 *
 * @param createdAt when it was created, as first read: the server rewrites that time
 * @param firstSeenNanos when its row was first read, as a monotonic reading; 0 for not yet
 * @param startTaskId its start task, if this process started it
 * @param asked what its start asked for, if a start task told it
 * @param failedStart its start task, without prompt and secrets, if the start failed
 * @param startMovedAt when its start task last changed, by the server's clock, or null
 * @param startStillNanos since when this process sees that time stand still; 0 for not yet
 * @param lastKnown the last status that was sure, or null
 * @param lastRunning the same, of this running stretch of its sandbox, or null
 * @param lastExecution what its agent was last seen doing, or null
 * @param broken how long its sandbox has read MISSING or ERROR
 * @param stirredNanos when a message was accepted that the agent has not been seen to take up; 0
 *     for none
 * @param title the title set by this process, or null
 * @param titleNanos when it was set
 * @param deleted whether it was deleted here; only a failed start is remembered so, which stays
 *     listed
 * @param stoppedNanos when it was stopped here in a sandbox that goes on running for others; 0 for
 *     not
 * @param missedLooks how often in a row neither its row nor its start task was listed
 * @param missedSinceNanos since when
 */
@WireRecord
public record Memory(
    @Nullable Instant createdAt,
    long firstSeenNanos,
    @Nullable StartTaskId startTaskId,
    @Nullable Asked asked,
    @Nullable AppConversationStartTask failedStart,
    @Nullable Instant startMovedAt,
    long startStillNanos,
    @Nullable V0Status lastKnown,
    @Nullable V0Status lastRunning,
    @Nullable ConversationExecutionStatus lastExecution,
    Patience broken,
    long stirredNanos,
    @Nullable String title,
    long titleNanos,
    boolean deleted,
    long stoppedNanos,
    int missedLooks,
    long missedSinceNanos) {

  /** Nothing is remembered. */
  public static final Memory BLANK =
      new Memory(
          null,
          0,
          null,
          null,
          null,
          null,
          0,
          null,
          null,
          null,
          Patience.FRESH,
          0,
          null,
          0,
          false,
          0,
          0,
          0);

  private static final Set<SandboxStatus> SURE =
      Set.of(SandboxStatus.STARTING, SandboxStatus.PAUSED);

  private static final Duration STIRRING_SPAN = Duration.ofSeconds(60);

  /** An agent stopped here that reads running so long after was started again by others. */
  private static final Duration STOPPING_SPAN = Duration.ofSeconds(30);

  private static final int MISSED_LOOKS = 3;

  /** Replicas lag: what was listed before and is not for so long is gone. */
  private static final Duration MISSED_SPAN = Duration.ofSeconds(10);

  /** The same of a start of this process that was never listed yet. */
  private static final Duration NEVER_LISTED_SPAN = Duration.ofSeconds(60);

  /** A start that has not moved for so long is not worked on any more. */
  private static final Duration ABANDONED = Duration.ofMinutes(25);

  private static final Duration TITLE_SPAN = Duration.ofMinutes(2);

  /**
   * A copy to change.
   *
   * @return a builder with everything set
   */
  public MemoryBuilder but() {
    return MemoryBuilder.builder(this);
  }

  /**
   * The conversation was read.
   *
   * @param row the conversation
   * @param nowNanos a monotonic reading
   * @return what is remembered then, the shown status still to be added
   */
  public Memory seen(AppConversation row, long nowNanos) {
    Patience trouble = SandboxTrouble.seen(broken, row.sandboxStatus(), nowNanos);
    boolean running = SandboxStatus.RUNNING.equals(row.sandboxStatus());
    boolean takenUp = ConversationExecutionStatus.RUNNING.equals(row.executionStatus());
    boolean startedAgain = takenUp && nowNanos - stoppedNanos >= STOPPING_SPAN.toNanos();
    return but()
        .createdAt(createdAt == null ? row.createdAt() : createdAt)
        .firstSeenNanos(firstSeenNanos == 0 ? nowNanos : firstSeenNanos)
        .failedStart(null)
        .lastRunning(running || SandboxTrouble.isTrouble(row.sandboxStatus()) ? lastRunning : null)
        .lastExecution(executionAfter(row))
        .broken(trouble)
        .stirredNanos(takenUp ? 0 : stirredNanos)
        .stoppedNanos(startedAgain ? 0 : stoppedNanos)
        .build();
  }

  /**
   * Whether the server has yet to write down what its start asked for. What is changed before is
   * overwritten then.
   *
   * @param row the conversation as read
   * @return true if only the agent server has written the record
   */
  public boolean isUnwritten(AppConversation row) {
    return asked != null && asked.isMissingIn(row);
  }

  /**
   * The conversation as its start asked for it, if the server has not written that down yet.
   *
   * @param row the conversation as read
   * @return the same, or with what was asked for
   */
  public AppConversation completed(AppConversation row) {
    return isUnwritten(row) ? Objects.requireNonNull(asked).addedTo(row) : row;
  }

  /**
   * This process started it.
   *
   * @param task its start task
   * @return what is remembered then
   */
  public Memory started(AppConversationStartTask task) {
    return but().startTaskId(task.id()).asked(askedBy(task)).build();
  }

  private @Nullable Asked askedBy(AppConversationStartTask task) {
    return task.request() == null ? asked : Asked.of(task.request());
  }

  /** A reading that does not tell it changes nothing, unless the sandbox sleeps. */
  private @Nullable ConversationExecutionStatus executionAfter(AppConversation row) {
    if (SandboxStatus.PAUSED.equals(row.sandboxStatus())) {
      return null;
    }
    return row.executionStatus() == null ? lastExecution : row.executionStatus();
  }

  /**
   * Only the start task was read.
   *
   * @param task the start task
   * @param nowNanos a monotonic reading
   * @return what is remembered then
   */
  public Memory seen(AppConversationStartTask task, long nowNanos) {
    boolean still = startStillNanos != 0 && Objects.equals(startMovedAt, task.updatedAt());
    return but()
        .createdAt(createdAt == null ? task.createdAt() : createdAt)
        .asked(askedBy(task))
        .startMovedAt(task.updatedAt())
        .startStillNanos(still ? startStillNanos : nowNanos)
        .build();
  }

  /**
   * Notes that this process paused its sandbox: the agent stops by our own will, and no message
   * waits to be taken up any more.
   *
   * @return what is remembered then
   */
  public Memory pausedHere() {
    return but().lastExecution(null).stirredNanos(0).build();
  }

  /**
   * Notes that this process stopped the agent in a sandbox that goes on running for others.
   *
   * @param nowNanos a monotonic reading
   * @return what is remembered then
   */
  public Memory stoppedHere(long nowNanos) {
    return pausedHere().but().stoppedNanos(nowNanos).build();
  }

  /**
   * Whether it counts as stopped while its sandbox goes on for others.
   *
   * @return true after a stop here, until it goes on
   */
  public boolean stopped() {
    return stoppedNanos != 0;
  }

  /**
   * Notes that a message or a start was accepted, after which it counts as running: what was known
   * of the run before is of no use any more.
   *
   * @param nowNanos a monotonic reading
   * @return what is remembered then
   */
  public Memory stirred(long nowNanos) {
    return but()
        .stirredNanos(nowNanos)
        .stoppedNanos(0)
        .lastKnown(V0Status.WORKING)
        .lastRunning(null)
        .build();
  }

  /**
   * Whether the conversation was seen before, or a start task of it is known.
   *
   * @return true if an answer without it may only be a passing one
   */
  public boolean isKnown() {
    return firstSeenNanos != 0 || startTaskId != null;
  }

  /**
   * Neither its row nor its start task was listed.
   *
   * @param nowNanos a monotonic reading
   * @return what is remembered then
   */
  public Memory missed(long nowNanos) {
    return but()
        .missedLooks(missedLooks + 1)
        .missedSinceNanos(missedLooks == 0 ? nowNanos : missedSinceNanos)
        .build();
  }

  /**
   * Its row or its start task was listed.
   *
   * @return what is remembered then
   */
  public Memory listed() {
    return missedLooks == 0 ? this : but().missedLooks(0).build();
  }

  /**
   * Whether it was looked for in vain often and long enough to be gone, until it is listed again.
   *
   * @param nowNanos a monotonic reading
   * @return true if one more look is enough to say that there is nothing
   */
  public boolean isGone(long nowNanos) {
    Duration span = firstSeenNanos == 0 ? NEVER_LISTED_SPAN : MISSED_SPAN;
    return missedLooks >= MISSED_LOOKS && nowNanos - missedSinceNanos >= span.toNanos();
  }

  /**
   * A status was derived from a reading.
   *
   * @param row the reading
   * @param status the status
   * @param nowNanos a monotonic reading
   * @return what is remembered then
   */
  public Memory shown(AppConversation row, V0Status status, long nowNanos) {
    boolean running = SandboxStatus.RUNNING.equals(row.sandboxStatus());
    boolean told =
        running
            ? row.executionStatus() != null
            : row.sandboxStatus() != null && SURE.contains(row.sandboxStatus());
    boolean sure = told && !isStirring(nowNanos) && !stopped();
    return sure ? but().lastKnown(status).lastRunning(running ? status : null).build() : this;
  }

  boolean isBrokenForGood(long nowNanos) {
    return SandboxTrouble.isForGood(broken, nowNanos);
  }

  /** Watched by this process itself: the server's clock may be far from ours. */
  boolean isStartAbandoned(long nowNanos) {
    return startMovedAt != null && isStartStillFor(ABANDONED, nowNanos);
  }

  boolean isStartStillFor(Duration span, long nowNanos) {
    return startStillNanos != 0 && nowNanos - startStillNanos >= span.toNanos();
  }

  boolean isStirring(long nowNanos) {
    return stirredNanos != 0 && nowNanos - stirredNanos < STIRRING_SPAN.toNanos();
  }

  /**
   * Whether the server replaced a title set here by its automatic one.
   *
   * @param row the conversation as read
   * @param nowNanos a monotonic reading
   * @return true if the title is to be set once more
   */
  public boolean isTitleReplaced(AppConversation row, long nowNanos) {
    return title != null
        && nowNanos - titleNanos < TITLE_SPAN.toNanos()
        && !title.equals(row.title());
  }
}
