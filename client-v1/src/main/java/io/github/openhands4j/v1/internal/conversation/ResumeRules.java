package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.internal.sandbox.SandboxTrouble;
import io.github.openhands4j.core.internal.time.Patience;
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

  private @Nullable Long askedNanos;
  private Patience trouble = Patience.FRESH;
  private Duration rest = FIRST_REST;

  Step see(@Nullable AppConversation row, long nowNanos) {
    // What is not listed has no sandbox; one whose status the server does not say may have one.
    SandboxStatus status = row == null ? SandboxStatus.MISSING : row.sandboxStatus();
    trouble = SandboxTrouble.seen(trouble, status, nowNanos);
    if (row == null || SandboxTrouble.isTrouble(status)) {
      return SandboxTrouble.isForGood(trouble, nowNanos) ? Step.GIVE_UP : Step.WAIT;
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

  /** How long to rest before the next look. */
  Duration rest() {
    Duration now = rest;
    Duration longer = rest.plus(rest.dividedBy(2));
    rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
    return now;
  }
}
