package io.github.openhands4j.core.internal.limits;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.RequestBudgetException;
import java.time.Duration;

/**
 * One client's way through the budget of requests that it shares with all clients of the same
 * server and key. As long as it is open, the client's limits hold for all of them. Thread-safe.
 */
public final class RequestPass implements AutoCloseable {

  /** What a write keeps of its time for itself: sent with less, it might end undecided. */
  private static final Duration KEPT_BY_WRITES = Duration.ofSeconds(10);

  private final SharedLimits shared;

  RequestPass(SharedLimits shared) {
    this.shared = shared;
  }

  /**
   * Waits until a request may be sent, which must be done then.
   *
   * @param operation what is to be done, as method and path template
   * @param write whether it goes before waiting reads
   * @param limit the time the call has; of that a write keeps 10 s, or half if that is less, for
   *     the request itself
   * @return how long it took
   * @throws RequestBudgetException at once, when the turn would come too late
   * @throws CallInterruptedException if the thread is interrupted before or meanwhile
   * @throws ClientClosedException if this pass is closed before or meanwhile
   */
  public Duration awaitTurn(String operation, boolean write, Duration limit) {
    try {
      Duration longest = write ? limit.minus(keptByAWrite(limit)) : limit;
      SharedLimits.Turn turn = shared.await(this, write, longest);
      if (turn.state() == SharedLimits.State.CLOSED) {
        throw new ClientClosedException(null, false);
      }
      if (turn.state() == SharedLimits.State.TOO_LATE) {
        throw new RequestBudgetException(operation, turn.untilTurn(), longest.minus(turn.waited()));
      }
      return turn.waited();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          operation + " was not sent: its thread was interrupted.", false, null, e);
    }
  }

  private static Duration keptByAWrite(Duration limit) {
    Duration half = limit.dividedBy(2);
    return half.compareTo(KEPT_BY_WRITES) < 0 ? half : KEPT_BY_WRITES;
  }

  /** The client makes no more requests; those that wait end. */
  @Override
  public void close() {
    shared.close(this);
  }
}
