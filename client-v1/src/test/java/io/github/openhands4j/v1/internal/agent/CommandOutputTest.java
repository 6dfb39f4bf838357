package io.github.openhands4j.v1.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.v1.BashEvent;
import io.github.openhands4j.v1.CommandResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pieces of output become one, whatever happens to them on the way. */
class CommandOutputTest {

  private static final int ROUNDS = 500;

  private static BashEvent piece(
      @Nullable String id, @Nullable Integer order, @Nullable Integer exit, @Nullable String out) {
    return BashEvent.builder()
        .kind("BashOutput")
        .id(id)
        .order(order)
        .exitCode(exit)
        .stdout(out)
        .build();
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameOutput() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int count = 1 + random.nextInt(8);
      StringBuilder whole = new StringBuilder();
      List<BashEvent> pieces = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String out = "x".repeat(random.nextInt(4)) + i;
        whole.append(out);
        pieces.add(piece("e" + i, i, i == count - 1 ? (Integer) 3 : null, out));
      }
      List<BashEvent> coming = new ArrayList<>(pieces);
      for (int i = random.nextInt(5); i > 0; i--) {
        coming.add(pieces.get(random.nextInt(count)));
      }
      Collections.shuffle(coming, random);
      CommandOutput output = new CommandOutput(1_000);
      coming.forEach(output::add);

      assertThat(output.result())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(new CommandResult(3, whole.toString(), ""));
      assertThat(output.lastOrder()).isEqualTo(count - 1);
    }
  }

  @Test
  void knownPieceAndOtherEventsAreNothingNew() {
    CommandOutput output = new CommandOutput(1_000);

    assertThat(output.lastOrder()).isEqualTo(-1);
    assertThat(output.add(BashEvent.builder().kind("BashCommand").id("c").build())).isFalse();
    assertThat(output.add(piece("e", 0, null, "a"))).isTrue();
    assertThat(output.add(piece("e", 0, null, "a"))).isFalse();
    assertThat(output.result()).isNull();
  }

  @Test
  void piecesWithoutOrderKeepTheirOwn() {
    CommandOutput output = new CommandOutput(1_000);
    output.add(piece("z", null, null, "a"));
    output.add(piece("y", null, null, "b"));
    output.add(piece("x", null, 0, "c"));

    assertThat(output.result()).isEqualTo(new CommandResult(0, "abc", ""));
  }

  @Test
  void outputBeyondTheLimitIsRefused() {
    CommandOutput output = new CommandOutput(3);
    output.add(piece("a", 0, null, "abc"));

    assertThatThrownBy(() -> output.add(piece("b", 1, null, "d")))
        .isInstanceOf(UnreadableAnswerException.class);
  }
}
