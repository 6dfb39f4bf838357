package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;

/**
 * How long to rest between two ticks: a tenth of the time within which a wait can be expected to
 * end, from 0.5 to 5 s. Told to slow down by the server, it doubles, up to a minute, and recovers
 * with the next success. A longer wait that the server asks for is kept, up to an hour: a mistake
 * of its may not silence all waits for ever.
 *
 * <p>A server that takes its time rests twice as long as that, up to the longest rest: some
 * limiters delay requests before they refuse them.
 */
final class PollCadence {

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final int SHARE = 10;
  private static final int REST_FOR_WORK = 2;

  private Duration penalty = Duration.ZERO;
  private Duration forSlowness = Duration.ZERO;

  Duration rest(Duration expectedEnd) {
    Duration own = longer(longer(expectedEnd.dividedBy(SHARE), SHORTEST), forSlowness);
    return longer(shorter(own, LONGEST), penalty);
  }

  /** The part of the rest that nothing may cut short. */
  Duration least() {
    return penalty;
  }

  /** So long the server took for a read of the last tick. */
  void took(Duration perRead) {
    forSlowness = perRead.multipliedBy(REST_FOR_WORK);
  }

  void slowDown(Duration asked) {
    Duration doubled = penalty.isZero() ? Duration.ofSeconds(1) : penalty.multipliedBy(2);
    penalty = longer(shorter(doubled, MINUTE), shorter(asked, LONGEST_ASKED));
  }

  void recover() {
    penalty = Duration.ZERO;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
