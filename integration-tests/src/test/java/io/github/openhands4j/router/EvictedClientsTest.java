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

  private final V1Door door = new V1Door(1);

  @AfterEach
  void close() {
    door.close();
  }

  private void othersCome() {
    for (int i = 0; i < 3; i++) {
      assertThat(door.sendAs("sk-test-other-" + i, "GET", "/0123456789abcdef0123456789abcdef", ""))
          .startsWith("401 ");
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
    String repeated = door.send("POST", "", CREATE);

    assertThat(repeated).startsWith("200 ");
    assertThat(V1Door.idIn(repeated)).isEqualTo(V1Door.idIn(unknown));
    assertThat(door.startsSeen()).isEqualTo(1);
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
