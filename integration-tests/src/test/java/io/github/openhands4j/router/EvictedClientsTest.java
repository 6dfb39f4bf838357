package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a caller when there is room for one client only, and others come. */
class EvictedClientsTest {

  private static final String CREATE = "{\"initial_user_msg\":\"Go\"}";

  private final V1Door door = V1Door.toAnOpenServer(1);

  @AfterEach
  void close() {
    door.close();
  }

  /** Others with conversations, since whoever has none pushes out nobody. */
  private void othersCome() {
    String theirs =
        V1Door.idIn(door.sendAs("sk-test-other", "POST", "", "{\"initial_user_msg\":\"Stay\"}"));
    for (int i = 0; i < 3; i++) {
      assertThat(door.sendAs("sk-test-other-" + i, "GET", "/" + theirs, "")).contains(theirs);
    }
  }

  @Test
  void createOfUnknownOutcomeIsNotMadeTwice() throws Exception {
    door.server().disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(5)));
    FutureTask<String> create = new FutureTask<>(() -> door.send("POST", "", CREATE));
    Thread caller = new Thread(create, "caller");
    caller.setDaemon(true);
    caller.start();
    assertThat(
            door.server()
                .journal()
                .await("POST", "/api/v1/app-conversations", 1, Duration.ofSeconds(10)))
        .isTrue();
    caller.interrupt();
    String unknown = create.get(5, TimeUnit.SECONDS);
    assertThat(unknown).startsWith("409 ");

    othersCome();
    long starts = door.startsSeen();
    String repeated = door.send("POST", "", CREATE);

    assertThat(repeated).startsWith("200 ");
    assertThat(V1Door.idIn(repeated)).isEqualTo(V1Door.idIn(unknown));
    assertThat(door.startsSeen()).isEqualTo(starts);
  }

  @Test
  void numbersOfEventsAreTheSame() {
    String id = door.running();
    String page = door.send("GET", "/" + id + "/events", "");
    assertThat(page).contains("\"action\":\"system\"");

    othersCome();
    door.server().agentServer().shutDown();

    assertThat(door.send("GET", "/" + id + "/events", "")).isEqualTo(page);
  }
}
