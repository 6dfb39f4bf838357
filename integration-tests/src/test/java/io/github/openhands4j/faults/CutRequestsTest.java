package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.ConnectionFault;
import io.github.openhands4j.faults.stub.StubRequest;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection ends at every byte of a request. */
class CutRequestsTest {

  /** Time for one look: what is found out is what is found out at once. */
  private static final Duration ONE_LOOK = Duration.ofSeconds(3);

  static Stream<Named<IntFunction<ConnectionFault>>> ends() {
    return Stream.of(
        Named.of("reset", ConnectionFault::resetAfter), Named.of("end", ConnectionFault::endAfter));
  }

  private static int lengthOfTheRequest(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world.ask(column);
      StubRequest sent = world.server().requests().get(0);
      int head =
          (sent.method() + " " + sent.target() + " HTTP/1.1\r\n\r\n").length()
              + sent.headers().stream().mapToInt(line -> line.length() + 2).sum();
      return head + sent.body().length();
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  @Row(value = FaultRow.RESET_IN_REQUEST, columns = START)
  void startThatBreaksOffAnywhereIsNeverSentTwice(IntFunction<ConnectionFault> end) {
    int length = lengthOfTheRequest(START);
    assertThat(length).isGreaterThan(300);
    try (FaultWorld world = new FaultWorld(options -> options.resolveTimeout(ONE_LOOK))) {
      for (int bytes = 1; bytes <= length; bytes++) {
        world.server().nextConnections(end.apply(bytes));
        Ending ending = world.ask(START);

        assertThat(ending.kind()).as("ended after %s bytes", bytes).isEqualTo(Kind.UNKNOWN);
        assertThat(world.server().posts()).as("after %s bytes", bytes).isZero();
      }
    }
  }

  @Test
  @Row(
      value = FaultRow.RESET_IN_REQUEST,
      columns = {START, V0})
  void connectionThatEndsAtOnceIsJudgedByWhetherTheRequestWasBegun() {
    try (FaultWorld world = new FaultWorld(options -> options.resolveTimeout(ONE_LOOK))) {
      for (int time = 0; time < 50; time++) {
        Column column = time % 2 == 0 ? START : V0;
        int before = world.server().posts();
        world
            .server()
            .nextConnections(
                time % 4 < 2 ? ConnectionFault.resetAfter(0) : ConnectionFault.endAfter(0));

        Ending ending = world.ask(column);

        int sent = world.server().posts() - before;
        assertThat(ending.kind()).isIn(Kind.DONE, Kind.UNKNOWN);
        assertThat(sent).as(ending.toString()).isEqualTo(ending.kind() == Kind.DONE ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  @Row(value = FaultRow.RESET_IN_REQUEST, columns = V0)
  void createThatBreaksOffAnywhereIsNeverSentTwice(IntFunction<ConnectionFault> end) {
    int length = lengthOfTheRequest(V0);
    try (FaultWorld world = new FaultWorld(options -> options.resolveTimeout(ONE_LOOK))) {
      for (int bytes = 1; bytes <= length; bytes += 29) {
        world.server().nextConnections(end.apply(bytes));

        assertThat(world.ask(V0).kind()).as("after %s bytes", bytes).isEqualTo(Kind.UNKNOWN);
        assertThat(world.server().posts()).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  @Row(value = FaultRow.RESET_IN_REQUEST, columns = GET)
  void readThatBreaksOffAnywhereIsReadAgain(IntFunction<ConnectionFault> end) {
    int length = lengthOfTheRequest(GET);
    for (int bytes : IntStream.rangeClosed(0, length).filter(it -> it % 7 == 0).toArray()) {
      try (FaultWorld world = new FaultWorld()) {
        world.server().nextConnections(end.apply(bytes));

        assertThat(world.ask(GET).kind()).as("after %s bytes", bytes).isEqualTo(Kind.DONE);
        assertThat(world.server().mains()).isEqualTo(1);
        assertThat(world.server().connections()).isEqualTo(2);
      }
    }
  }
}
