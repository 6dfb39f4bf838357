package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What moves starts and runs. */
class PaceTest {

  private final String id = UUID.randomUUID().toString();

  @Test
  void readsMoveIt() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.perRead(2)).start()) {
      Caller caller = new Caller(server);
      String task = caller.start(id).get("id").asText();

      assertThat(status(caller, task)).isEqualTo("WORKING");
      assertThat(status(caller, task)).isEqualTo("WORKING");
      assertThat(status(caller, task)).isEqualTo("WAITING_FOR_SANDBOX");
      assertThat(server.startTask(task).status()).isEqualTo(StartStatus.WAITING_FOR_SANDBOX);
    }
  }

  @Test
  void readyIsSeenBeforeTheErrorThatFollowsIt() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      server.nextStart(Outcome.finished().errorAfterReady("late"));
      Caller caller = new Caller(server);
      String task = caller.start(id).get("id").asText();

      assertThat(status(caller, task)).isEqualTo("WORKING");
      assertThat(status(caller, task)).isEqualTo("SETTING_UP_GIT_HOOKS");
      assertThat(status(caller, task)).isEqualTo("READY");
      JsonNode late = caller.task(task);
      assertThat(late.get("status").asText()).isEqualTo("ERROR");
      assertThat(late.get("detail").asText()).isEqualTo("late");
      assertThat(late.get("app_conversation_id").asText()).isEqualTo(id.replace("-", ""));
    }
  }

  @Test
  void timeMovesIt() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder()
            .clock(clock)
            .pace(Pace.every(Duration.ofSeconds(10)))
            .start()) {
      Caller caller = new Caller(server);
      String task = caller.start(id).get("id").asText();
      for (int i = 0; i < 5; i++) {
        assertThat(status(caller, task)).isEqualTo("WORKING");
      }

      clock.plusSeconds(10);
      assertThat(status(caller, task)).isEqualTo("WAITING_FOR_SANDBOX");
      clock.plusSeconds(65);
      assertThat(status(caller, task)).isEqualTo("READY");
      assertThat(caller.conversation(id).get("execution_status").asText()).isEqualTo("running");
      assertThat(caller.conversation(id).get("created_at").asText())
          .isEqualTo("2026-11-24T03:01:10.500000Z");
      clock.plusSeconds(5);
      assertThat(caller.conversation(id).get("execution_status").asText()).isEqualTo("finished");
    }
  }

  @Test
  void onlyTheTestMovesIt() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().pace(Pace.manual()).start()) {
      Caller caller = new Caller(server);
      String task = caller.start(id).get("id").asText();
      assertThat(status(caller, task)).isEqualTo("WORKING");
      assertThat(status(caller, task)).isEqualTo("WORKING");

      server.advance(7);

      assertThat(status(caller, task)).isEqualTo("READY");
      assertThat(caller.conversation(id).get("execution_status").asText()).isEqualTo("running");
      assertThat(caller.conversation(id).get("execution_status").asText()).isEqualTo("running");
      server.advance();
      assertThat(caller.conversation(id).get("execution_status").asText()).isEqualTo("finished");
    }
  }

  @Test
  void oneOutcomeCanHaveAPaceOfItsOwn() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      server.nextStart(Outcome.slowStart(Pace.perRead(3)).runPace(Pace.manual()));
      Caller caller = new Caller(server);
      String task = caller.start(id).get("id").asText();
      for (int i = 0; i < 3; i++) {
        assertThat(status(caller, task)).isEqualTo("WORKING");
      }
      assertThat(status(caller, task)).isEqualTo("WAITING_FOR_SANDBOX");
    }
  }

  @Test
  void senselessPacesAreRefused() {
    assertThatThrownBy(() -> Pace.perRead(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pace.stepsPerRead(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pace.every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String status(Caller caller, String task) throws IOException {
    return caller.task(task).get("status").asText();
  }
}
