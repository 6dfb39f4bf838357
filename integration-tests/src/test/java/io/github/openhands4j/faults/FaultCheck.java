package io.github.openhands4j.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.StubStarts;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Plays one fault to the call of a column, and checks what this library promises of such faults.
 * The server's own count decides how often something was sent.
 */
final class FaultCheck {

  static final int MOST_ATTEMPTS = 3;

  private final UnaryOperator<ClientOptionsBuilder> setUp;

  FaultCheck() {
    this(options -> options);
  }

  FaultCheck(UnaryOperator<ClientOptionsBuilder> setUp) {
    this.setUp = setUp;
  }

  /** The answer says nothing, and may be another next time: reads are repeated. */
  void passing(Column column, Behavior fault) {
    if (column != Column.GET) {
      startIsLookedFor(column, fault);
      return;
    }
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().next(fault);
      assertThat(world.ask(column)).extracting(Ending::kind).isEqualTo(Kind.DONE);
      assertThat(world.server().mains()).isEqualTo(2);
    }
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().always(fault);
      OpenHandsException last = world.ask(column).failure();
      assertThat(world.server().mains()).isEqualTo(MOST_ATTEMPTS);
      assertThat(last.getSuppressed()).hasSize(MOST_ATTEMPTS - 1);
    }
  }

  /** The answer says nothing, and would not do so next time: reads fail at once. */
  OpenHandsException lasting(Column column, Behavior fault) {
    if (column != Column.GET) {
      return startIsLookedFor(column, fault);
    }
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().always(fault);
      Ending ending = world.ask(column);
      assertThat(ending.kind()).isEqualTo(Kind.FAILED);
      assertThat(world.server().mains()).isEqualTo(1);
      return ending.failure();
    }
  }

  /** The server refused it: it fails at once, whatever it is, and nothing was done. */
  Ending refused(Column column, Behavior fault) {
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().always(fault);
      Ending ending = world.ask(column);
      assertThat(ending.kind()).isEqualTo(Kind.REFUSED);
      assertThat(world.server().requests()).hasSize(1);
      assertThat(world.time().sleeps()).isEmpty();
      return ending;
    }
  }

  private OpenHandsException startIsLookedFor(Column column, Behavior fault) {
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().next(fault.taken());
      found(world, column, world.ask(column));
    }
    try (FaultWorld world = new FaultWorld(setUp)) {
      world.server().next(fault);
      Ending ending = world.ask(column);
      unknown(world, ending);
      return ending.failure();
    }
  }

  /** The start was sent once and its answer lost, and the caller has it all the same. */
  static void found(FaultWorld world, Column column, Ending ending) {
    assertThat(ending.kind()).isEqualTo(column == Column.START ? Kind.FOUND : Kind.DONE);
    assertThat(List.of(String.valueOf(ending.id()))).isEqualTo(ids(world.server().starts()));
    assertThat(world.server().posts()).isEqualTo(1);
  }

  /** The start was sent at most once, nobody knows of it, and the caller can ask for it by id. */
  static void unknown(FaultWorld world, Ending ending) {
    assertThat(ending.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(ending.id()).matches("[0-9a-f]{32}");
    assertThat(ending.failure().requestMayHaveBeenSent()).isTrue();
    assertThat(world.server().posts()).isLessThanOrEqualTo(1);
    assertThat(world.server().starts().taken()).isZero();
  }

  static List<String> ids(StubStarts starts) {
    return starts.ids().stream().map(id -> id.replace("-", "")).toList();
  }
}
