package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;

/**
 * How long to rest between two ticks: a tenth of what the youngest wait has lasted, from 0.5 to 5
 * s, and never so short that the reads of a tick exceed the budget. Told to slow down by the
 * server, it doubles, up to a minute, and recovers with the next success. A longer wait that the
 * server asks for is kept, up to an hour: a mistake of its may not silence all waits for ever.
 */
final class PollCadence {

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final int SHARE = 10;

  private final Duration perRead;
  private Duration penalty = Duration.ZERO;

  PollCadence(int pollsPerMinute) {
    perRead = MINUTE.dividedBy(pollsPerMinute);
  }

  Duration restAfter(int reads, Duration youngest) {
    return longer(shorter(longer(youngest.dividedBy(SHARE), SHORTEST), LONGEST), leastAfter(reads));
  }

  /** The part of the rest that nothing may cut short. */
  Duration leastAfter(int reads) {
    return longer(penalty, perRead.multipliedBy(reads));
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
