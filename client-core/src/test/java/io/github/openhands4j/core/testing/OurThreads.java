package io.github.openhands4j.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads this library has made. */
public final class OurThreads {

  private OurThreads() {}

  /**
   * Those that are there now.
   *
   * @return the threads
   */
  public static List<Thread> now() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("openhands4j-"))
        .toList();
  }

  /**
   * Waits until those that are there have ended, at most 15 s each, and no other has come.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public static void awaitNone() throws InterruptedException {
    for (Thread thread : now()) {
      thread.join(TimeUnit.SECONDS.toMillis(15));
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    assertThat(now()).isEmpty();
  }
}
