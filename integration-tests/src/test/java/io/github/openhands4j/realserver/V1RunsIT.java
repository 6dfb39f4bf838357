package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How runs end, and runs that do not. */
class V1RunsIT extends RealV1Test {

  private static final String SETTINGS = "/api/v1/settings";
  private static final String RUNNING = "sandbox RUNNING, agent running";

  V1RunsIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @ParameterizedTest
  @CsvSource({
    "SAY: a plain text, FINISHED",
    "BADTOOL, FINISHED",
    "FAIL: 401, FAILED",
    "LOOP: echo the same, STUCK"
  })
  void endOfARunIsReturnedAndAMessageGoesOn(String message, String outcome) {
    Start start = RealV1World.start(client, message);

    Conversation end = start.awaitFinished(RealV1World.LONG);

    assertThat(end.outcome()).isEqualTo(new Outcome(outcome));
    client.conversations().sendMessage(end.id(), "RUN: echo gone on");
    Patience.until(
        "the run went on",
        () -> world.recordsOf(end.id()).all("ObservationEvent").contains("gone on"));
    world.awaitStatus(end.id(), "finished");
    assertThat(start.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.recordsOf(end.id()).userMessages())
        .containsExactly(message, "RUN: echo gone on");
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(1);
  }

  @Test
  void waitThatTimesOutLeavesTheRunAloneAndCanBeRepeated() {
    String message = "UNTIL: waits timed out\nFINISH: at last";
    Start start = RealV1World.start(client, message);
    ConversationId id = start.awaitReady();
    world.awaitStatus(id, "running");

    // now and then the last look of a wait comes while the server does not see the run
    Patience.until(
        "a wait that ends has seen the run", () -> lastStateOfAWait(start).equals(RUNNING));

    server.open("waits timed out");
    assertThat(start.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.recordsOf(id).userMessages()).containsExactly(message);
    assertThat(world.starts()).isEqualTo(1);
  }

  private static String lastStateOfAWait(Start start) {
    WaitTimeoutException end =
        catchThrowableOfType(
            WaitTimeoutException.class, () -> start.awaitFinished(Duration.ofSeconds(2)));
    assertThat(end.handle()).isEqualTo(start.handle());
    return end.lastState();
  }

  @Test
  void runThatLoopsForEverIsSeenRunningUntilTheWaitEnds() {
    Start start = RealV1World.start(client, "LOOP");
    ConversationId id = start.awaitReady();

    assertThatThrownBy(() -> start.awaitFinished(Duration.ofSeconds(4)))
        .isInstanceOf(WaitTimeoutException.class);

    world.awaitStatus(id, "running");
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void runThatHasToBeConfirmedIsReturnedAsSuch() {
    confirm(true, "none");
    try {
      Start start = RealV1World.start(client, "RUN: echo never");

      Conversation end = start.awaitFinished(RealV1World.LONG);

      assertThat(end.outcome()).isEqualTo(Outcome.NEEDS_CONFIRMATION);
      assertThat(world.recordsOf(end.id()).all("ObservationEvent")).isEqualTo("[]");
      assertThat(world.starts()).isEqualTo(1);
    } finally {
      confirm(false, "llm");
    }
  }

  private void confirm(boolean mode, String analyzer) {
    world
        .direct()
        .post(
            SETTINGS,
            """
            {"conversation_settings_diff":
              {"confirmation_mode": %s, "security_analyzer": "%s"}}
            """
                .formatted(mode, analyzer));
  }
}
