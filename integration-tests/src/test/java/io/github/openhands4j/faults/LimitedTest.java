package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.v0.V0Exception;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server says that there were too many requests. */
class LimitedTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** One 429, then the proper answer: how long the client paused between them. */
  private static Duration pausedAfter(Column column, String... headers) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.status(429, headers));

      assertThat(world.ask(column)).extracting(Ending::kind).isEqualTo(Kind.DONE);

      assertThat(world.server().mains()).isEqualTo(2);
      assertThat(world.server().starts().taken()).isEqualTo(column == GET ? 0 : 1);
      assertThat(world.server().requests().stream().map(StubRequest::body).distinct()).hasSize(1);
      assertThat(world.time().sleeps()).hasSize(1);
      return world.time().sleeps().get(0);
    }
  }

  private static RateLimitedException failsAtOnce(Column column, Behavior limited) {
    Ending ending = new FaultCheck().refused(column, limited);
    assertThat(ending.failure()).isInstanceOf(RateLimitedException.class);
    return (RateLimitedException) ending.failure();
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_SECONDS)
  void secondsAreWaitedForAndNeverLess(Column column) {
    assertThat(pausedAfter(column, "Retry-After: 0")).isEqualTo(SECOND);
    assertThat(pausedAfter(column, "Retry-After: 1")).isEqualTo(SECOND);
    assertThat(pausedAfter(column, "Retry-After: 29")).isEqualTo(Duration.ofSeconds(29));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_SECONDS)
  void waitThatIsLongerThanTheTimeLeftFailsAtOnce(Column column) {
    RateLimitedException limited = failsAtOnce(column, Behaviors.status(429, "Retry-After: 61"));

    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(61));
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.LIMITED_SECONDS,
      columns = {START, V0})
  void gatewaysOwnLimitMayHideAStart(Column column) {
    new FaultCheck()
        .passing(
            column, Behaviors.answer(429, "text/html", "<h1>slow down</h1>", "Retry-After: 1"));
  }

  private static Stream<String> threeForms(Instant time) {
    return Stream.of(
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
            "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
            "EEE MMM ppd HH:mm:ss yyyy")
        .map(
            form ->
                DateTimeFormatter.ofPattern(form, Locale.US).format(time.atOffset(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_DATE)
  void dateIsMeasuredFromTheAnswersOwnDate(Column column) {
    for (Duration skew : List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(-1))) {
      Instant now = Instant.now().plus(skew);
      String date = threeForms(now).findFirst().orElseThrow();
      for (String later : threeForms(now.plusSeconds(7)).toList()) {
        assertThat(pausedAfter(column, "Date: " + date, "Retry-After: " + later))
            .isEqualTo(Duration.ofSeconds(7));
      }
      for (String muchLater : threeForms(now.plusSeconds(600)).toList()) {
        failsAtOnce(column, Behaviors.status(429, "Date: " + date, "Retry-After: " + muchLater));
      }
    }
  }

  /** Longer than any deadline, whatever its form; the caller sees what the server wrote. */
  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_HUGE)
  void hugeWaitFailsAtOnceWithTheServersValue(Column column) {
    for (String huge :
        List.of(
            "1000000000000",
            "9".repeat(24),
            "9".repeat(5_000),
            "1e2147483648",
            "1e99999999999999999999",
            "0.1e400")) {
      Ending ending =
          new FaultCheck().refused(column, Behaviors.status(429, "Retry-After: " + huge));

      assertThat(ending.failure())
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              limited -> {
                assertThat(limited.retryAfterText()).contains(huge);
                assertThat(limited.retryAfter().orElseThrow()).isGreaterThan(Duration.ofDays(1000));
                assertThat(limited.requestMayHaveBeenSent()).isTrue();
                assertThat(limited.getSuppressed()).isEmpty();
              });
      if (column == V0) {
        assertThat(ending.thrown())
            .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(429));
      }
    }
  }

  /** A date of another millennium against the answer's own. */
  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_HUGE)
  void dateInTheFarFutureFailsAtOnce(Column column) {
    RateLimitedException limited =
        failsAtOnce(
            column,
            Behaviors.status(
                429,
                "Date: Thu, 01 Jan 2026 00:00:00 GMT",
                "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"));

    assertThat(limited.retryAfter().orElseThrow()).isGreaterThan(Duration.ofDays(1000));
    assertThat(limited.retryAfterText()).contains("Fri, 31 Dec 9999 23:59:59 GMT");
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LIMITED_ODD)
  @Requirement(SecurityRow.S19)
  void oddWaitIsIgnoredAndOfTwoTheLongerCounts(Column column) {
    for (String odd :
        List.of("soon", "-5", "", "Thu, 01 Jan 1970 00:00:00 GMT", "0x10", "\u0660", "1;2")) {
      assertThat(pausedAfter(column, "Retry-After: " + odd))
          .as("Retry-After: %s", odd)
          .isBetween(SECOND, SECOND.multipliedBy(5));
    }
    assertThat(pausedAfter(column)).isBetween(SECOND, SECOND.multipliedBy(5));
    assertThat(pausedAfter(column, "Retry-After: 3", "Retry-After: 9", "Retry-After: x"))
        .isEqualTo(Duration.ofSeconds(9));
  }
}
