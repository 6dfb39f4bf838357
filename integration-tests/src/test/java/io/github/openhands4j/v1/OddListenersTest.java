package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that one wait does, or a slow server, keeps the others from ending. */
class OddListenersTest {

  private final V1World world = new V1World();

  @AfterEach
  void close() {
    world.close();
  }

  private void waitsEndAlthough(Consumer<Progress> listener) {
    world.server.everyStart(Outcome.finished());
    OpenHandsClient client = world.client();
    Start start = client.conversations().start(V1World.request());
    world.settle();

    assertThat(start.awaitFinished(V1World.LONG, listener).outcome()).hasToString("FINISHED");
    assertThat(start.awaitFinished(V1World.LONG).outcome()).hasToString("FINISHED");
  }

  @Test
  void aListenerThrowsAnError() {
    waitsEndAlthough(
        progress -> {
          throw new AssertionError("from a listener");
        });
  }

  @Test
  void aListenerInterruptsItsThread() {
    waitsEndAlthough(progress -> Thread.currentThread().interrupt());
  }

  @Test
  void aReadHangsLongerThanTheWait() {
    OpenHandsClient client = world.client();
    Start start = client.conversations().start(V1World.request());
    world.server.disturbNext(
        "GET", V1World.TASKS, Disturbance.notTaken().answer(200).delay(Duration.ofSeconds(5)));
    long began = System.nanoTime();

    assertThatThrownBy(() -> start.awaitReady(Duration.ofSeconds(1)))
        .isInstanceOf(WaitTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }
}
