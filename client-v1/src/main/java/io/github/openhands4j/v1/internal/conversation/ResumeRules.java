package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a resumption does next, by what it has seen. Does no I/O. */
final class ResumeRules {

  enum Step {
    /** Ask for the resumption. */
    RESUME,
    /** Ask the agent server whether it is there. */
    ASK,
    /** Look again later. */
    WAIT,
    /** The sandbox stays broken. */
    GIVE_UP
  }

  private static final Duration FIRST_REST = Duration.ofSeconds(2);
  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  /** A resumption that was accepted shows within this time; after it, it is asked for again. */
  private static final Duration SHOWS_WITHIN = Duration.ofSeconds(15);

  /** A status of trouble can be a passing one. */
  private static final int BROKEN_READS = 3;

  private static final Duration BROKEN_SPAN = Duration.ofSeconds(60);

  private @Nullable Long askedNanos;
  private @Nullable Long brokenNanos;
  private int brokenReads;
  private Duration rest = FIRST_REST;

  Step see(@Nullable AppConversation row, long nowNanos) {
    SandboxStatus status = row == null ? SandboxStatus.MISSING : row.sandboxStatus();
    if (SandboxStatus.MISSING.equals(status) || SandboxStatus.ERROR.equals(status)) {
      return broken(nowNanos);
    }
    brokenReads = 0;
    if (row == null) {
      return Step.WAIT;
    }
    if (SandboxStatus.RUNNING.equals(status)) {
      return AgentAddress.isIn(row) ? Step.ASK : Step.WAIT;
    }
    boolean due =
        SandboxStatus.PAUSED.equals(status)
            && row.sandboxId() != null
            && (askedNanos == null || nowNanos - askedNanos >= SHOWS_WITHIN.toNanos());
    if (due) {
      askedNanos = nowNanos;
      return Step.RESUME;
    }
    return Step.WAIT;
  }

  private Step broken(long nowNanos) {
    if (brokenReads == 0 || brokenNanos == null) {
      brokenNanos = nowNanos;
    }
    brokenReads++;
    boolean stays = brokenReads >= BROKEN_READS && nowNanos - brokenNanos >= BROKEN_SPAN.toNanos();
    return stays ? Step.GIVE_UP : Step.WAIT;
  }

  /** How long to rest before the next look. */
  Duration rest() {
    Duration now = rest;
    Duration longer = rest.plus(rest.dividedBy(2));
    rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
    return now;
  }
}
