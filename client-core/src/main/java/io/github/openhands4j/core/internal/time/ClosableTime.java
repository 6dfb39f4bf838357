package io.github.openhands4j.core.internal.time;

import io.github.openhands4j.core.ClientClosedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's time for one client: closing it ends all sleeps at once. Thread-safe. */
public final class ClosableTime implements TimeSource, AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Creates an open one. */
  public ClosableTime() {}

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  /**
   * Lets the calling thread wait.
   *
   * @param duration how long
   * @throws InterruptedException if the thread is interrupted
   * @throws ClientClosedException if the client is closed before or meanwhile
   */
  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ClientClosedException(null, false);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
