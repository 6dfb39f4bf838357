package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;

/**
 * When the next request for gets may leave: at once while they come seldom, else about every
 * second, so that those who ask meanwhile share it; never later than after three. Callers that poll
 * from many threads then leave the rest of the account's requests to starts. Thread-safe.
 */
final class GetTurns {

  /** One request in so many may come early. */
  private static final int EARLY_SHARE = 6;

  /** No get waits longer for its turn: what others used up must not make it fail. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final ReadBudget budget;
  private final TimeSource time;

  GetTurns(ClientOptions options, TimeSource time) {
    int perMinute = Math.min(options.pollsPerMinute(), options.requestsPerMinute());
    this.budget = new ReadBudget(perMinute, perMinute / EARLY_SHARE);
    this.time = time;
  }

  /** Waits for the turn of a request and takes it, unless the deadline comes first. */
  void await(Deadline deadline) throws InterruptedException {
    Duration rest = untilTurn();
    if (!rest.isZero()) {
      time.sleep(deadline.atMost(rest));
    }
    if (!deadline.isOver()) {
      taken();
    }
  }

  /** Takes the turn of a request that belongs to a get and does not wait once more. */
  void taken() {
    if (untilTurn().compareTo(LONGEST_WAIT) < 0) { // or nobody would wait for it
      budget.made(0, 1, time.nanoTime());
    }
  }

  private Duration untilTurn() {
    Duration rest = budget.untilFree(time.nanoTime());
    return rest.compareTo(LONGEST_WAIT) < 0 ? rest : LONGEST_WAIT;
  }
}
