package io.github.openhands4j.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClosableTimeTest {

  private final ClosableTime time = new ClosableTime();

  @Test
  void sleepOfAClosedClientIsNoSleep() {
    time.close();
    time.close();

    assertThatThrownBy(() -> time.sleep(Duration.ofMillis(1)))
        .isInstanceOf(ClientClosedException.class);
  }

  @Test
  void closeEndsASleep() throws Exception {
    Thread closer = new Thread(time::close, "closer");
    closer.start();

    assertThatThrownBy(() -> time.sleep(Duration.ofHours(1)))
        .isInstanceOf(ClientClosedException.class);
    closer.join();
  }

  @Test
  void sleepOfAnOpenClientLastsAsLongAsAsked() throws Exception {
    long begun = time.nanoTime();

    time.sleep(Duration.ofMillis(20));

    assertThat(time.nanoTime() - begun).isGreaterThanOrEqualTo(20_000_000);
  }
}
