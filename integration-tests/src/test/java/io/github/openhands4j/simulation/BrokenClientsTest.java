package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients with one mistake each: the simulations of messages and creates must notice, and soon. */
@ExtendWith(Quiet.class)
class BrokenClientsTest {

  private static final int SOON = 2_000;

  /** A schedule of one kind of calls. */
  interface Kind {
    Map<?, Long> run(long seed, Mistake mistake);
  }

  static Stream<Arguments> mistakes() {
    Map<Mistake, Promise> ofBoth =
        Map.of(
            Mistake.SENDS_AGAIN, Promise.SENT_ONCE,
            Mistake.LOSES_THE_FLAG, Promise.FLAG_KEPT,
            Mistake.FORGETS_ATTEMPTS, Promise.CAUSE_KEPT,
            Mistake.TAKES_ITS_TIME, Promise.IN_TIME,
            Mistake.BELIEVES, Promise.TRUE_ANSWER,
            Mistake.SHOWS_WHAT_THE_USER_WROTE, Promise.SECRET_KEPT);
    Named<Kind> messages = Named.of("messages", MessageSchedule::run);
    Named<Kind> creates = Named.of("creates", CreateSchedule::run);
    return Stream.concat(
        ofBoth.entrySet().stream()
            .flatMap(
                entry ->
                    Stream.of(messages, creates)
                        .map(kind -> Arguments.of(kind, entry.getKey(), entry.getValue()))),
        Stream.of(
            Arguments.of(messages, Mistake.DENIES, Promise.ENDS),
            Arguments.of(creates, Mistake.DENIES, Promise.NEVER_LOST),
            Arguments.of(creates, Mistake.EXCEEDS_THE_LIMIT, Promise.WITHIN_BUDGET)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsNoticed(Kind kind, Mistake mistake, Promise promise) {
    BrokenPromiseException broken = null;
    for (long seed = 0; seed < SOON && broken == null; seed++) {
      try {
        var unused = kind.run(seed, mistake);
      } catch (BrokenPromiseException e) {
        broken = e;
      }
    }

    assertThat(broken).extracting(BrokenPromiseException::promise).isEqualTo(promise);
  }
}
