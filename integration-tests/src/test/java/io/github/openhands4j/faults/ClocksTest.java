package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.StubStarts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** This machine's clock and the server's do not agree. */
class ClocksTest {

  private static final List<Duration> WRONG =
      List.of(Duration.ofHours(5), Duration.ofHours(-5), Duration.ofDays(400));

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.CLOCK_WRONG)
  void wrongClockLosesNothing(Column column) {
    for (Duration wrong : WRONG) {
      try (FaultWorld world = new FaultWorld()) {
        world.time().shiftWallClock(wrong);
        if (column == GET) {
          world.server().next(Behaviors.status(503));
          assertThat(world.ask(column).kind()).isEqualTo(Kind.DONE);
        } else {
          world.server().next(Behaviors.reset().taken());
          FaultCheck.found(world, column, world.ask(column));
        }
      }
    }
  }

  /**
   * The server's time is known from an answer, to the second. The start is behind the newest ones,
   * so that only its time leads to it, and on the second page of those of its time.
   */
  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.CLOCK_WRONG,
      columns = {START, V0})
  void startBehindThoseOfOthersIsFoundByItsTimeWhateverOurClockSays(Column column) {
    for (Duration wrong : WRONG) {
      try (FaultWorld world = new FaultWorld()) {
        StubStarts starts = world.server().starts();
        starts.dateLate(Duration.ofSeconds(4));
        world.time().shiftWallClock(wrong);
        assertThat(world.ask(column).kind()).isEqualTo(Kind.DONE);
        isFoundBehindOthers(world, column);
      }
    }
  }

  /** Nothing is known of the server's time, and our clock is ahead of it. */
  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.CLOCK_WRONG,
      columns = {START, V0})
  void firstStartOfAClientIsFoundByItsTimeIfOurClockIsAQuarterOfAnHourAhead(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world.time().shiftWallClock(Duration.ofMinutes(14));
      isFoundBehindOthers(world, column);
    }
  }

  private static void isFoundBehindOthers(FaultWorld world, Column column) {
    StubStarts starts = world.server().starts();
    starts.takeOthers(7);
    world
        .server()
        .next(
            exchange -> {
              exchange.take();
              starts.takeOthers(7);
              exchange.reset();
            });
    int posts = world.server().posts();

    Ending ending = world.ask(column);

    assertThat(ending.kind()).isEqualTo(column == START ? Kind.FOUND : Kind.DONE);
    assertThat(FaultCheck.ids(starts)).contains(String.valueOf(ending.id()));
    assertThat(world.server().posts()).isEqualTo(posts + 1);
  }

  /** The clock jumps while the client pauses before a repetition or a look. */
  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.CLOCK_WRONG)
  void clockThatJumpsDuringAPauseMakesNoPauseLongerOrShorter(Column column) {
    for (Duration jump : WRONG) {
      try (FaultWorld world = new FaultWorld()) {
        world.time().onSleep(1, () -> world.time().shiftWallClock(jump));
        world.server().next(column == GET ? Behaviors.status(503) : Behaviors.reset());

        Ending ending = world.ask(column);

        if (column == GET) {
          assertThat(ending.kind()).isEqualTo(Kind.DONE);
        } else {
          FaultCheck.unknown(world, ending);
          assertThat(world.time().slept())
              .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
        }
      }
    }
  }
}
