package io.github.openhands4j.core.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time at the server of one client, from the {@code Date} of its answers: how far it is from
 * our wall clock, by the middle between sending and receiving. Thread-safe.
 *
 * <p>It is not known before the first usable answer, and no longer known when our wall clock was
 * set, or the machine slept, since the last one.
 */
public final class ServerClock {

  /** The server's clock shows at most so much more or less than {@link #now()}. */
  public static final Duration MARGIN = Duration.ofSeconds(3);

  /** A {@code Date} has whole seconds. */
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private static final Duration LONGEST_ROUND_TRIP = MARGIN.minus(GRAIN).multipliedBy(2);

  /** The century of a {@code Date} whose year has two digits. */
  private static final int SEEN_FROM = 2049;

  /** What an answer told, and both our clocks at that time. */
  private record Sight(Duration skew, Reading at) {}

  /**
   * Both clocks at one moment.
   *
   * @param wall the wall clock
   * @param nanos the monotonic reading
   */
  public record Reading(Instant wall, long nanos) {

    private Duration driftTo(Reading later) {
      return Duration.between(wall, later.wall).minusNanos(later.nanos - nanos).abs();
    }
  }

  /** A {@code Date} as it was read: a server says the same one for a second. */
  private record DateText(String text, Optional<Instant> date) {}

  private final TimeSource time;
  private volatile @Nullable Sight last;
  private volatile @Nullable DateText lastDate;

  /**
   * Creates a clock that does not know the time yet.
   *
   * @param time our clocks
   */
  public ServerClock(TimeSource time) {
    this.time = time;
  }

  /**
   * Reads our clocks, to be done just before a request is sent.
   *
   * @return what they show
   */
  public Reading reading() {
    return new Reading(time.now(), time.nanoTime());
  }

  /**
   * An answer has come in just now.
   *
   * @param sent our clocks when the request was sent
   * @param dates the answer's {@code Date} headers
   * @param ages the answer's {@code Age} headers, which caches write
   */
  public void answered(Reading sent, Collection<String> dates, Collection<String> ages) {
    Reading received = reading();
    if (sent.driftTo(received).compareTo(GRAIN) < 0) {
      skew(sent.wall(), received.wall(), dates, ages)
          .ifPresent(skew -> last = new Sight(skew, received));
    }
  }

  /**
   * The time at the server.
   *
   * @return the time, {@link #MARGIN} more or less; empty if it is not known
   */
  public Optional<Instant> now() {
    Sight seen = last;
    Reading now = reading();
    return seen == null || seen.at().driftTo(now).compareTo(GRAIN) >= 0
        ? Optional.empty()
        : Optional.of(now.wall().plus(seen.skew()));
  }

  private Optional<Instant> date(String text) {
    DateText known = lastDate;
    if (known == null || !known.text().equals(text)) {
      known = new DateText(text, HttpDate.parse(text, SEEN_FROM));
      lastDate = known;
    }
    return known.date();
  }

  /** How far the server's clock is ahead of ours; empty if the answer does not tell. */
  Optional<Duration> skew(
      Instant sent, Instant received, Collection<String> dates, Collection<String> ages) {
    Duration roundTrip = Duration.between(sent, received);
    boolean fromACache = ages.stream().anyMatch(age -> !age.strip().equals("0"));
    if (dates.size() != 1
        || fromACache
        || roundTrip.isNegative()
        || roundTrip.compareTo(LONGEST_ROUND_TRIP) > 0) {
      return Optional.empty();
    }
    Instant middle = sent.plus(roundTrip.dividedBy(2));
    return date(dates.iterator().next()).map(date -> Duration.between(middle, date));
  }
}
