package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.api.SandboxesApi;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets starts wait, in their order, while the account runs as many sandboxes as {@code max-running}
 * allows. Off unless the option is set. Thread-safe.
 */
final class RunningLimit {

  private static final String OPERATION = "A start, waiting for fewer running sandboxes,";
  private static final Set<SandboxStatus> RUNNING =
      Set.of(SandboxStatus.RUNNING, SandboxStatus.STARTING);
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(5);

  /** So long after its request a start may not show in the list yet, and is counted here. */
  private static final Duration NOT_LISTED_YET = Duration.ofSeconds(15);

  private static final int MOST_PAGES = 10;

  private final SandboxesApi sandboxes;
  private final Calls calls;
  private final ClientOptions options;
  private final TimeSource time;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<ConversationId, LetThrough> letThrough = new ConcurrentHashMap<>();

  /**
   * A start that need not wait any more.
   *
   * @param sent whether its request is over
   * @param nanos when that was, as a monotonic reading
   */
  private record LetThrough(boolean sent, long nanos) {}

  RunningLimit(SandboxesApi sandboxes, Calls calls, ClientOptions options, TimeSource time) {
    this.sandboxes = sandboxes;
    this.calls = calls;
    this.options = options;
    this.time = time;
  }

  /**
   * Waits until one more sandbox may run. The start counts from then on, until it is {@link #sent}
   * and listed, or {@link #dropped}.
   *
   * @param id names the start
   * @param deadline the end of waiting
   * @throws OpenHandsException if it cannot be found out, or takes too long; nothing was sent
   */
  void await(ConversationId id, Deadline deadline) {
    if (options.maxRunning() == 0) {
      return;
    }
    try {
      if (deadline.isOver()
          || !turn.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw tooLate(deadline);
      }
      try {
        long running = running(deadline);
        while (running + notListedYet() >= options.maxRunning()) {
          if (deadline.remaining().compareTo(BETWEEN_COUNTS) <= 0) {
            throw tooLate(deadline);
          }
          time.sleep(BETWEEN_COUNTS);
          running = runningOr(running, deadline);
        }
        letThrough.put(id, new LetThrough(false, 0));
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(OPERATION + " was interrupted.", false, null, e);
    } catch (ClientClosedException e) {
      throw new ClientClosedException(null, false, e);
    }
  }

  /** The request of a start is over; it may not be listed yet. */
  void sent(ConversationId id) {
    letThrough.computeIfPresent(id, (key, start) -> new LetThrough(true, time.nanoTime()));
  }

  /** There will be no sandbox of this start. */
  void dropped(ConversationId id) {
    letThrough.remove(id);
  }

  private static DeadlineExceededException tooLate(Deadline deadline) {
    return DeadlineExceededException.inTheQueue(
        OPERATION, deadline.limit(), new TimeoutException());
  }

  private int notListedYet() {
    long now = time.nanoTime();
    letThrough
        .values()
        .removeIf(start -> start.sent() && now - start.nanos() > NOT_LISTED_YET.toNanos());
    return letThrough.size();
  }

  private long running(Deadline deadline) {
    return new Pages<>(Map.of("limit", 100), MOST_PAGES, query -> page(query, deadline))
        .rows()
        .filter(row -> row.status() != null && RUNNING.contains(row.status()))
        .count();
  }

  /** A count that fails does not end a wait; what was counted before it stands until the next. */
  private long runningOr(long before, Deadline deadline) {
    try {
      return running(deadline);
    } catch (TransportException uncounted) {
      if (FailureClass.isOfTheKey(uncounted.getCause())) {
        throw uncounted;
      }
      return before;
    }
  }

  /** One page of a count. It has the usual time of a read, since all other starts wait for it. */
  private Page<SandboxInfo> page(Map<String, Object> query, Deadline deadline) {
    try {
      return calls.call(
          OperationClass.READ,
          calls.usual(deadline, OperationClass.READ),
          times -> sandboxes.search(query, times));
    } catch (ClientClosedException end) {
      throw end;
    } catch (CallInterruptedException end) {
      throw new CallInterruptedException(OPERATION + " was interrupted.", false, null, end);
    } catch (OpenHandsException failure) {
      throw new TransportException(
          ErrorCode.NOT_SENT,
          "A start was not sent: the running sandboxes could not be counted ("
              + failure.code().id()
              + "). Nothing was started.",
          false,
          failure);
    }
  }
}
