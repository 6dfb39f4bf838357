package io.github.openhands4j.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dates of answers tell of the time at the server. */
class ServerClockTest {

  private static final String NOON = "Thu, 01 Jan 2026 12:00:00 GMT";

  /** Both clocks, each set by hand. */
  private static final class TwoClocks implements TimeSource {
    private Instant wall = Instant.parse("2026-01-01T10:00:00Z");
    private long nanos;

    private void pass(Duration onTheWall, Duration monotonic) {
      wall = wall.plus(onTheWall);
      nanos += monotonic.toNanos();
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public Instant now() {
      return wall;
    }

    @Override
    public void sleep(Duration duration) {
      throw new AssertionError("a clock does not wait");
    }
  }

  private final TwoClocks time = new TwoClocks();
  private final ServerClock clock = new ServerClock(time);

  static List<Named<JsonNode>> vectors() throws IOException {
    try (InputStream file = ServerClockTest.class.getResourceAsStream("clock-skew.json")) {
      List<Named<JsonNode>> vectors = new ArrayList<>();
      new ObjectMapper()
          .readTree(Objects.requireNonNull(file))
          .forEach(vector -> vectors.add(Named.of(vector.get("name").asText(), vector)));
      return vectors;
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void skewIsMeasuredFromTheMiddleOfTheRoundTrip(JsonNode vector) {
    JsonNode millis = vector.get("skewMillis");

    assertThat(
            new ServerClock(TimeSource.system())
                .skew(
                    Instant.parse(vector.get("sent").asText()),
                    Instant.parse(vector.get("received").asText()),
                    texts(vector.path("dates")),
                    texts(vector.path("ages"))))
        .isEqualTo(
            millis.isNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis.asLong())));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void timeIsNotKnownBeforeAnAnswerTellsIt() {
    assertThat(clock.now()).isEmpty();
    clock.answered(clock.reading(), List.of(), List.of());
    assertThat(clock.now()).isEmpty();
  }

  @Test
  void timeGoesOnFromTheLastAnswerThatTellsIt() {
    clock.answered(clock.reading(), List.of(NOON), List.of());
    time.pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
    clock.answered(clock.reading(), List.of("soon"), List.of());

    assertThat(clock.now()).contains(Instant.parse("2026-01-01T12:05:00Z"));
  }

  @Test
  void timeIsNotKnownAfterOurClockWasSetOrTheMachineSlept() {
    clock.answered(clock.reading(), List.of(NOON), List.of());
    time.pass(Duration.ofHours(1), Duration.ofSeconds(1));
    assertThat(clock.now()).as("set ahead, or slept").isEmpty();

    clock.answered(clock.reading(), List.of(NOON), List.of());
    assertThat(clock.now()).as("told again").contains(Instant.parse("2026-01-01T12:00:00Z"));

    time.pass(Duration.ofHours(-1), Duration.ofSeconds(1));
    assertThat(clock.now()).as("set back").isEmpty();
  }

  @Test
  void answerDuringWhichOurClockWasSetTellsNothing() {
    ServerClock.Reading sent = clock.reading();
    time.pass(Duration.ofSeconds(3), Duration.ofMillis(5));
    clock.answered(sent, List.of(NOON), List.of());

    assertThat(clock.now()).isEmpty();
  }

  @Test
  void everyAnswerTellsTheTimeErrorsToo() {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.answer(200, "application/json", "{}", "Date: " + NOON));
        Probe probe = Probe.of(server)) {
      assertThat(probe.serverClock().now()).isEmpty();

      probe.api().read();

      assertThat(probe.serverClock().now()).hasValueSatisfying(ServerClockTest::isNoon);
    }
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.status(401, "Date: " + NOON));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.api().read()).isInstanceOf(UnauthorizedException.class);

      assertThat(probe.serverClock().now()).hasValueSatisfying(ServerClockTest::isNoon);
    }
  }

  private static void isNoon(Instant instant) {
    assertThat(instant)
        .isBetween(Instant.parse("2026-01-01T11:59:57Z"), Instant.parse("2026-01-01T12:01:00Z"));
  }
}
