package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.TcpProxy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are cut at every byte, however they say where they end. */
class CutAnswersTest {

  private static final int EVERY = 1;
  private static final int SOME = 41;

  @ParameterizedTest
  @EnumSource
  @Row(value = FaultRow.CUT, columns = START)
  @Row(value = FaultRow.CUT_UNNOTICED, columns = START)
  void startWhoseAnswerIsCutAnywhereIsFound(Framing framing) {
    starts(START, framing, EVERY);
  }

  @ParameterizedTest
  @EnumSource
  @Row(value = FaultRow.CUT, columns = V0)
  @Row(value = FaultRow.CUT_UNNOTICED, columns = V0)
  void createWhoseAnswerIsCutAnywhereIsFound(Framing framing) {
    starts(V0, framing, SOME);
  }

  /** Cuts a start's answer at every so many bytes, as long as it is cut. */
  private static void starts(Column column, Framing framing, int step) {
    AtomicInteger length = new AtomicInteger(1);
    try (FaultWorld world = new FaultWorld()) {
      for (int kept = 0; kept < length.get(); kept += step) {
        int posts = world.server().posts();
        world.server().next(cut(framing, kept, length));

        Ending ending = world.ask(column);

        assertThat(ending.kind())
            .as("cut to %s of %s bytes", kept, length)
            .isEqualTo(column == START ? Kind.FOUND : Kind.DONE);
        assertThat(world.server().posts()).isEqualTo(posts + 1);
        assertThat(FaultCheck.ids(world.server().starts())).last().isEqualTo(ending.id());
      }
      assertThat(length.get()).isGreaterThan(400);
      world.server().next(cut(framing, length.get(), length));
      assertThat(world.ask(column).kind()).isEqualTo(Kind.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(value = FaultRow.CUT, columns = GET)
  @Row(value = FaultRow.CUT_UNNOTICED, columns = GET)
  void readWhoseAnswerIsCutAnywhereIsReadAgain(Framing framing) {
    AtomicInteger length = new AtomicInteger(1);
    try (FaultWorld world = new FaultWorld()) {
      for (int kept = 0; kept < length.get(); kept++) {
        int mains = world.server().mains();
        world.server().next(cut(framing, kept, length));

        Ending ending = world.ask(GET);

        boolean emptyBody = ending.kind() != Kind.DONE;
        assertThat(world.server().mains())
            .as("cut to %s of %s bytes", kept, length)
            .isEqualTo(mains + (emptyBody ? 1 : 2));
        if (emptyBody) {
          assertThat(framing).isEqualTo(Framing.UNTIL_CLOSE);
          assertThat(ending.failure()).hasMessageContaining("the body is empty");
        }
      }
      assertThat(length.get()).isGreaterThan(150);
    }
  }

  private static Behavior cut(Framing framing, int kept, AtomicInteger length) {
    return exchange -> {
      byte[] whole = framing.answer(200, "application/json", exchange.properAnswer());
      length.set(whole.length);
      exchange.write(Arrays.copyOf(whole, Math.min(kept, whole.length)));
      exchange.end();
    };
  }

  @Test
  @Row(value = FaultRow.CUT, columns = START)
  void lineThatBreaksInTheAnswerLosesNoStart() {
    try (FaultWorld server = new FaultWorld();
        TcpProxy proxy = new TcpProxy(server.server().baseUrl(), TcpProxy.Line.breaking(0, false));
        FaultWorld world = FaultWorld.at(proxy.baseUrl(), options -> options)) {
      for (int limit = 1; limit <= 200; limit += 20) {
        proxy.becomes(TcpProxy.Line.breaking(limit, limit % 40 == 1));
        int posts = server.server().posts();

        Ending ending = world.ask(START);

        assertThat(ending.kind()).isEqualTo(Kind.UNKNOWN); // the looks break too
        assertThat(server.server().posts()).isEqualTo(posts + 1);
        assertThat(FaultCheck.ids(server.server().starts())).last().isEqualTo(ending.id());
      }
    }
  }

  @Test
  @Row(value = FaultRow.CUT, columns = GET)
  void emptyAnswerOfNoStatedLengthIsNoAnswer() {
    new FaultCheck().lasting(GET, Behaviors.json(" "));
  }
}
