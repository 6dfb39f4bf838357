package io.github.openhands4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a client ends its calls also between two requests. */
@Timeout(30)
class ClosedV0ClientTest {

  private static final String ROWS = "/api/v1/app-conversations";

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void callThatRestsBeforeItsNextRequestEndsAtOnce() throws Exception {
    String id = world.running();
    world.server().journal().clear();
    world
        .server()
        .disturbNext(
            "GET",
            ROWS,
            Disturbance.notTaken().answer(429, "application/json", "{}").retryAfter("25"));
    FutureTask<Throwable> get =
        new FutureTask<>(() -> catchThrowable(() -> world.client().getConversation(id)));
    Thread caller = new Thread(get, "caller");
    caller.setDaemon(true);
    caller.start();
    assertThat(world.server().journal().await("GET", ROWS, 1, Duration.ofSeconds(10))).isTrue();
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    world.client().close();

    assertThat(get.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(ClientClosedException.class);
    assertThat(world.server().journal().count("GET", ROWS)).isEqualTo(1);
  }
}
