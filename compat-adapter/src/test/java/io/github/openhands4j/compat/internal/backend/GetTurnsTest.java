package io.github.openhands4j.compat.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.testing.StillTime;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetTurnsTest {

  private final StillTime time = new StillTime(Instant.EPOCH);

  private Duration passed() {
    return Duration.ofNanos(time.nanoTime());
  }

  private GetTurns turns(int pollsPerMinute) {
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl("http://127.0.0.1:1")
            .noApiKey()
            .pollsPerMinute(pollsPerMinute)
            .build();
    return new GetTurns(options, time);
  }

  /** When each of so many requests leaves that are wanted one after the other, at once. */
  private List<Duration> departures(GetTurns turns, int requests) throws InterruptedException {
    List<Duration> left = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      turns.await(Deadline.in(time, Duration.ofMinutes(5)));
      left.add(passed());
    }
    return left;
  }

  @Test
  void aFewLeaveAtOnceTheOthersAboutEverySecond() throws InterruptedException {
    List<Duration> left = departures(turns(60), 40);

    assertThat(left.subList(0, 10)).containsOnly(Duration.ZERO);
    for (int i = 12; i < left.size(); i++) {
      assertThat(left.get(i).minus(left.get(i - 1)))
          .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1250));
    }
  }

  @Test
  void noMinuteHasMoreThanThePolls() throws InterruptedException {
    List<Duration> left = departures(turns(60), 300);

    for (int i = 60; i < left.size(); i++) {
      assertThat(left.get(i).minus(left.get(i - 60))).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void whoPollsSeldomNeverWaits() throws InterruptedException {
    GetTurns turns = turns(60);
    for (int i = 0; i < 100; i++) {
      Duration before = passed();
      turns.await(Deadline.in(time, Duration.ofMinutes(1)));
      turns.taken(); // of the start task
      assertThat(passed()).isEqualTo(before);
      time.pass(Duration.ofSeconds(3));
    }
  }

  @Test
  void noGetWaitsLongerThanThreeSeconds() throws InterruptedException {
    GetTurns turns = turns(1);
    for (int i = 0; i < 100; i++) {
      turns.taken();
    }

    assertThat(departures(turns, 3))
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(9));
  }

  @Test
  void waitEndsWithTheCallersTimeAndTakesNoTurn() throws InterruptedException {
    GetTurns turns = turns(60);
    Duration early = departures(turns, 11).get(10);
    for (int i = 0; i < 100; i++) {
      turns.await(Deadline.in(time, Duration.ofMillis(1)));
    }

    assertThat(passed()).isEqualTo(early.plusMillis(100));
    assertThat(departures(turns, 1).get(0)).isLessThan(Duration.ofMillis(1_250));
  }
}
