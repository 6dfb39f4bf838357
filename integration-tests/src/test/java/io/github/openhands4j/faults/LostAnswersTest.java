package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.TcpProxy;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.testing.WarningLog;
import io.github.openhands4j.v1.Start;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The request arrived whole, and its answer does not come. */
class LostAnswersTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.ENDED_WITHOUT_ANSWER)
  void connectionThatEndsInPlaceOfAnAnswer(Column column) {
    for (Behavior end : List.of(Behaviors.reset(), Behaviors.end())) {
      new FaultCheck().passing(column, end);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.ENDED_WITHOUT_ANSWER)
  void connectionThatEndsAfterItWasUsedBefore(Column column) {
    for (Behavior end : List.of(Behaviors.reset(), Behaviors.end())) {
      try (FaultWorld world = new FaultWorld()) {
        world.ask(GET);
        world.server().next(end.taken());

        Ending ending = world.ask(column);

        if (column == GET) {
          assertThat(ending.kind()).isEqualTo(Kind.DONE);
          assertThat(world.server().mains()).isEqualTo(3);
        } else {
          FaultCheck.found(world, column, ending);
        }
      }
    }
  }

  /** The server closes a connection just when it is used again. */
  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.IDLE_CLOSED)
  void idleConnectionThatTheServerClosesLosesNothing(Column column) {
    List<Duration> moments = List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(10));
    try (FaultWorld world = new FaultWorld()) {
      for (int time = 0; time < 1_000; time++) {
        Duration idle = moments.get(time % moments.size());
        Behavior closesWhenIdle =
            exchange -> {
              Behaviors.proper().play(exchange);
              exchange.pause(idle);
              exchange.end();
            };
        world.server().next(closesWhenIdle);
        assertThat(world.ask(GET).kind()).isEqualTo(Kind.DONE);
        int posts = world.server().posts();

        assertThat(world.ask(column).kind()).as("idle for %s", idle).isEqualTo(Kind.DONE);

        assertThat(world.server().posts()).isEqualTo(posts + (column == GET ? 0 : 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.LATE_BUT_TAKEN)
  @Row(FaultRow.LATE_AND_NOT_TAKEN)
  void answerThatDoesNotComeInTime(Column column) {
    if (column == GET) {
      readEndsWithItsTime(Behaviors.silence());
      return;
    }
    try (FaultWorld world = new FaultWorld(options -> options.startTimeout(SHORT))) {
      world.server().next(Behaviors.silence().taken());
      FaultCheck.found(world, column, world.ask(column));
    }
    try (FaultWorld world = new FaultWorld(options -> options.startTimeout(SHORT))) {
      world.server().next(Behaviors.silence());
      FaultCheck.unknown(world, world.ask(column));
      assertThat(world.server().posts()).isEqualTo(1);
    }
  }

  private static void readEndsWithItsTime(Behavior fault) {
    try (FaultWorld world = new FaultWorld(options -> options.readTimeout(SHORT))) {
      world.server().always(fault);
      long begun = System.nanoTime();

      assertThat(world.ask(GET).failure()).isInstanceOf(DeadlineExceededException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(world.server().mains()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.DRIP)
  @Requirement(SecurityRow.S16)
  void answerThatDrips(Column column) {
    Behavior drip = Behaviors.drip(Duration.ofMillis(5));
    if (column == GET) {
      readEndsWithItsTime(drip);
      return;
    }
    try (FaultWorld world = new FaultWorld(options -> options.startTimeout(SHORT))) {
      world.server().next(drip.taken());
      FaultCheck.found(world, column, world.ask(column));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.DRIP)
  void lineThatCarriesOneByteAtATime(Column column) {
    TcpProxy.Line slow = TcpProxy.Line.slow(Duration.ofMillis(10), 1);
    try (FaultWorld server = new FaultWorld();
        TcpProxy proxy = new TcpProxy(server.server().baseUrl(), slow);
        FaultWorld world =
            FaultWorld.at(
                proxy.baseUrl(),
                options ->
                    options
                        .readTimeout(SHORT)
                        .startTimeout(SHORT)
                        .resolveTimeout(Duration.ofSeconds(1)))) {
      Ending ending = world.ask(column);

      assertThat(ending.kind()).isNotIn(Kind.NOT_SENT, Kind.REFUSED);
      assertThat(server.server().mains()).isEqualTo(1);
      if (column != GET) {
        assertThat(FaultCheck.ids(server.server().starts())).containsExactly(ending.id());
      } else {
        assertThat(ending.failure()).isInstanceOf(DeadlineExceededException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.TAKEN_AFTER_A_LOOK,
      columns = {START, V0})
  void startThatIsTakenLateIsFoundByALaterLook(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.reset());
      world.time().onSleep(3, () -> take(world));

      FaultCheck.found(world, column, world.ask(column));

      assertThat(world.time().sleeps()).hasSize(3);
    }
  }

  private static void take(FaultWorld world) {
    world
        .server()
        .starts()
        .take(
            world.server().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .body());
  }

  @Test
  @Row(value = FaultRow.TAKEN_AFTER_A_LOOK, columns = START)
  void startThatIsTakenAfterTheLastLookIsFoundByItsHandle() {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.reset());
      Ending ending = world.ask(START);
      FaultCheck.unknown(world, ending);
      take(world);

      Start found = world.client().conversations().resolve(handle(ending));

      assertThat(found.recovered()).isTrue();
      assertThat(world.server().posts()).isEqualTo(1);
    }
  }

  private static StartHandle handle(Ending ending) {
    return ((StartOutcomeUnknownException) ending.failure()).handle();
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.SENT_TWICE_ON_THE_WAY,
      columns = {START, V0})
  void startThatWasSentTwiceOnTheWayIsOneStart(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.reset().taken().taken());
      Ending ending;
      List<String> warnings;
      try (WarningLog log = new WarningLog("io.github.openhands4j")) {
        ending = world.ask(column);
        warnings = log.lines();
      }

      assertThat(world.server().posts()).isEqualTo(1);
      assertThat(FaultCheck.ids(world.server().starts())).containsExactly(ending.id(), ending.id());
      if (ending.value() instanceof Start start) {
        StartTaskId chosen = start.startTask().orElseThrow().id();
        assertThat(start.duplicates()).hasSize(1).doesNotContain(chosen);
        assertThat(Stream.of(chosen, start.duplicates().get(0)))
            .extracting(StartTaskId::hex)
            .containsExactlyInAnyOrderElementsOf(world.server().starts().taskIds());
      } else {
        assertThat(warnings)
            .as("V0 has no place for it but the log")
            .filteredOn(line -> line.startsWith("something on the way sent a start twice"))
            .singleElement(STRING)
            .contains(String.valueOf(ConversationId.parse(String.valueOf(ending.id()))))
            .containsAnyOf(world.server().starts().taskIds().toArray(String[]::new));
      }
      assertThat(world.server().requests()).noneMatch(it -> it.method().equals("DELETE"));
    }
  }

  @Test
  @Row(value = FaultRow.SLOW, columns = GET)
  void slowAnswerIsAnAnswer() {
    try (FaultWorld world = new FaultWorld()) {
      world
          .server()
          .next(
              exchange -> {
                exchange.pause(SHORT);
                Behaviors.proper().play(exchange);
              });

      assertThat(world.ask(GET).kind()).isEqualTo(Kind.DONE);
      assertThat(world.server().mains()).isEqualTo(1);
    }
  }
}
