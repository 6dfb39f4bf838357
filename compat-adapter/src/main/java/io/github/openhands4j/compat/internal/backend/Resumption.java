package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.GrowingRest;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Wakes the sandbox of a conversation, one caller at a time, and waits until its agent answers. */
final class Resumption {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  /** A sandbox that reads PAUSED for so long after a resume was paused again meanwhile. */
  private static final Duration PAUSED_AGAIN = Duration.ofSeconds(20);

  private static final int LOCKS = 64;

  private final Finder finder;
  private final SandboxCalls sandboxes;
  private final Lock[] locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(Lock[]::new);

  Resumption(Finder finder, SandboxCalls sandboxes) {
    this.finder = finder;
    this.sandboxes = sandboxes;
  }

  /**
   * Whether the agent answers before a deadline, the wait for other callers included.
   *
   * @param conversation the conversation
   * @param deadline the end of the wait
   * @param notTaken makes the V0 error of a sandbox that is there and to the end was not resumed
   * @throws io.github.openhands4j.core.CallInterruptedException if the thread is interrupted
   */
  boolean awake(
      AppConversation conversation,
      Deadline deadline,
      Function<String, RuntimeException> notTaken) {
    String sandbox = conversation.sandboxId();
    if (sandbox == null) {
      return false;
    }
    Lock lock = locks[Math.floorMod(sandbox.hashCode(), LOCKS)];
    try {
      if (!lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      throw Rests.interrupted("a sandbox", e);
    }
    try {
      return wake(conversation.id(), sandbox, deadline, notTaken);
    } finally {
      lock.unlock();
    }
  }

  private boolean wake(
      ConversationId id,
      String sandbox,
      Deadline deadline,
      Function<String, RuntimeException> notTaken) {
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
    Deadline resumed = null;
    try {
      while (finder.find(id) instanceof Found.Row now) {
        if (isAwake(now.row())) {
          return true;
        }
        if (SandboxStatus.PAUSED.equals(now.row().sandboxStatus())
            && (resumed == null || resumed.isOver())) {
          if (!sandboxes.resume(sandbox, deadline, notTaken)) {
            return false;
          }
          resumed = sandboxes.deadline(PAUSED_AGAIN);
        }
        if (!rest.endsBefore(deadline)) {
          return false;
        }
        sandboxes.rest(rest.take());
      }
      return false;
    } catch (OpenHandsException end) {
      throw resumed == null ? end : Rests.afterWrite(end);
    }
  }

  /** The server tells what the agent is doing only if it could ask it. */
  private static boolean isAwake(AppConversation row) {
    return SandboxStatus.RUNNING.equals(row.sandboxStatus()) && row.executionStatus() != null;
  }
}
