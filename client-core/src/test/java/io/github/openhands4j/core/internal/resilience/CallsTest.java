package io.github.openhands4j.core.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.testing.FakeTime;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited between attempts, and what comes out at the end. */
class CallsTest {

  private final FakeTime time = new FakeTime();

  @Test
  void answerOfALaterAttemptIsTheAnswer() {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.status(502), Scripts.drop(), Scripts.json("{\"a\":1}"));
        Probe probe = Probe.of(server)) {
      assertThat(read(server, probe, 1.0)).hasToString("{\"a\":1}");

      assertThat(server.count("GET")).isEqualTo(3);
      assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }
  }

  @Test
  void waitIsAnyPartOfItsCeiling() {
    assertThat(sleeps(Scripts.status(500), 0.0)).containsExactly(Duration.ZERO, Duration.ZERO);
    assertThat(sleeps(Scripts.status(500), 0.5))
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Test
  void waitAfterALimitIsAtLeastWhatTheServerAsked() {
    assertThat(sleeps(Scripts.status(429, "Retry-After: 7"), 0.0))
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    assertThat(sleeps(Scripts.status(429, "Retry-After: 3", "Retry-After: 5"), 0.0))
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "0.0000000001", ""})
  void waitAfterALimitIsAtLeastASecond(String retryAfter) {
    assertThat(sleeps(Scripts.status(429, "Retry-After: " + retryAfter), 0.0))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void waitAfterALimitGrowsToo() {
    assertThat(sleeps(Scripts.status(429), 1.0))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60",
        "61",
        "3600",
        "1e9",
        "1e2147483648",
        "1000000000000",
        "999999999999999999999999"
      })
  void limitThatOutlastsTheDeadlineIsThrownAtOnce(String retryAfter) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(429, "Retry-After: " + retryAfter));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> read(server, probe, 0.0))
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              limited -> assertThat(limited.retryAfterText()).contains(retryAfter));

      assertThat(server.count("GET")).isEqualTo(1);
      assertThat(time.sleeps()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-86_400, 0, 86_400})
  void dateIsMeasuredAgainstTheAnswersOwnWhateverOurClockShows(int skew) {
    Instant serverTime = time.now().plusSeconds(skew);
    Script limited =
        Scripts.status(
            429,
            "Date: " + httpDate(serverTime),
            "Retry-After: " + httpDate(serverTime.plusSeconds(7)));

    assertThat(sleeps(limited, 0.0)).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
  }

  @Test
  void dateInAnAnswerWithoutItsOwnIsIgnored() {
    Script limited =
        Scripts.status(429, "Retry-After: " + httpDate(time.now().plus(Duration.ofHours(1))));

    assertThat(sleeps(limited, 0.0)).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void readWaitsAsLongAsABrokenServerAsks() {
    assertThat(sleeps(Scripts.status(503, "Retry-After: 3", "Retry-After: 2"), 0.0))
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    assertThat(sleeps(Scripts.status(503, "Retry-After: 3600"), 0.0)).isEmpty();
  }

  @Test
  void repeatsEndWithTheTokensOfServerAndKeyAndTheFirstFailureIsThrown() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.status(500));
        Probe probe = Probe.of(server)) {
      // 500 tokens are 35 repeats at 14
      for (int i = 0; i < 30; i++) {
        assertThatThrownBy(() -> read(server, probe, 0.0)).isInstanceOf(ServerErrorException.class);
      }

      assertThat(server.count("GET")).isEqualTo(30 + 35);
      assertThatThrownBy(() -> read(server, probe, 0.0))
          .isInstanceOfSatisfying(
              ServerErrorException.class, e -> assertThat(e.getSuppressed()).isEmpty());
    }
  }

  @Test
  void tokensOfARepeatComeBackWithSuccess() {
    Script[] everySecondFails =
        IntStream.range(0, 120)
            .mapToObj(i -> i % 2 == 0 ? Scripts.status(500) : Scripts.json("{}"))
            .toArray(Script[]::new);
    try (ScriptedServer server = ScriptedServer.start().then(everySecondFails);
        Probe probe = Probe.of(server)) {
      for (int i = 0; i < 60; i++) {
        assertThat(read(server, probe, 0.0)).hasToString("{}");
      }
    }
  }

  @Test
  void attemptsAndWaitsShareOneDeadline() {
    List<Long> millis = new ArrayList<>();
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(429, "Retry-After: 8"));
        Probe probe = Probe.of(server)) {
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.0);

      assertThatThrownBy(
              () ->
                  calls.call(
                      OperationClass.START,
                      Deadline.in(time, Duration.ofSeconds(15)),
                      options -> {
                        millis.add(options.readTimeoutUnit().toMillis(options.readTimeout()));
                        return probe.api().start(options, Probe.BODY);
                      }))
          .isInstanceOf(RateLimitedException.class);

      assertThat(millis).containsExactly(15_000L, 7_000L);
      assertThat(server.count("POST")).isEqualTo(2);
    }
  }

  @Test
  void nothingIsSentAgainOnceTheWaitHasOutlastedTheDeadline() {
    time.oversleepBy(Duration.ofMinutes(2));
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(429, "Retry-After: 1"));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> read(server, probe, 0.0)).isInstanceOf(RateLimitedException.class);

      assertThat(server.count("GET")).isEqualTo(1);
      assertThat(time.sleeps()).hasSize(1);
    }
  }

  @Test
  void earlierAttemptsAreAttached() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(502), Scripts.drop(), Scripts.status(503));
        Probe probe = Probe.of(server)) {
      ServerErrorException last =
          catchThrowableOfType(ServerErrorException.class, () -> read(server, probe, 0.0));

      assertThat(last.status()).isEqualTo(503);
      assertThat(last.getSuppressed())
          .hasExactlyElementsOfTypes(ServerErrorException.class, TransportException.class);
    }
  }

  @Test
  void interruptEndsTheWait() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(429, "Retry-After: 1"));
        Probe probe = Probe.of(server)) {
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.0);

      CallInterruptedException thrown =
          catchThrowableOfType(
              CallInterruptedException.class,
              () ->
                  calls.call(
                      OperationClass.START,
                      options -> {
                        try {
                          return probe.api().start(options, Probe.BODY);
                        } finally {
                          Thread.currentThread().interrupt();
                        }
                      }));

      assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
      assertThat(thrown.getSuppressed()).hasExactlyElementsOfTypes(RateLimitedException.class);
      assertThat(server.count("POST")).isEqualTo(1);
      assertThat(time.sleeps()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachClassHasItsTime(OperationClass kind) {
    ClientOptions options =
        ClientOptions.builder()
            .readTimeout(Duration.ofSeconds(1))
            .writeTimeout(Duration.ofSeconds(2))
            .startTimeout(Duration.ofSeconds(3))
            .build();
    Map<OperationClass, Long> expected =
        Map.of(
            OperationClass.READ,
            1_000L,
            OperationClass.START,
            3_000L,
            OperationClass.MESSAGE,
            2_000L,
            OperationClass.OTHER_WRITE,
            2_000L);

    Request.Options given = new Calls(options, time, () -> 0.0).call(kind, o -> o);

    assertThat(given.readTimeoutUnit().toMillis(given.readTimeout())).isEqualTo(expected.get(kind));
    assertThat(given.isFollowRedirects()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"14, 15", "15, 15", "3600, 3600"})
  void timeThatIsOverIsNamedAsItIs(long ranOut, long named) {
    try (ScriptedServer server = ScriptedServer.start()) {
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.0);

      assertThatThrownBy(
              () ->
                  calls.call(
                      OperationClass.OTHER_WRITE,
                      Deadline.in(time, Duration.ofSeconds(15)),
                      options -> {
                        throw new DeadlineExceededException(
                            "POST /x", Duration.ofSeconds(ranOut), true, new IOException());
                      }))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> assertThat(late.limit()).isEqualTo(Duration.ofSeconds(named)))
          .hasMessageContaining("within " + named + "000 ms");
    }
  }

  @Test
  void longestDeadlineIsNotTakenForNone() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.0);

      JsonNode answer =
          calls.call(
              OperationClass.READ,
              Deadline.in(time, Duration.ofDays(30)),
              options -> probe.api().read(options));

      assertThat(answer).hasToString("{}");
    }
  }

  private @Nullable JsonNode read(ScriptedServer server, Probe probe, double chance) {
    return new Calls(Probe.options(server).build(), time, () -> chance)
        .call(OperationClass.READ, options -> probe.api().read(options));
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static List<Duration> sleeps(Script failure, double chance) {
    FakeTime time = new FakeTime();
    try (ScriptedServer server = ScriptedServer.start().then(failure);
        Probe probe = Probe.of(server)) {
      Calls calls = new Calls(Probe.options(server).build(), time, () -> chance);
      assertThatThrownBy(
              () -> calls.call(OperationClass.READ, options -> probe.api().read(options)))
          .isInstanceOf(OpenHandsException.class);
    }
    return time.sleeps();
  }
}
