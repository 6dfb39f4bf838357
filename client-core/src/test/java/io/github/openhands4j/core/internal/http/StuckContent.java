package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.Content;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A content that gives one byte and then blocks, whatever happens, until it is closed; then it goes
 * on giving bytes, as if it had not been.
 */
final class StuckContent extends InputStream {

  static final long LENGTH = 1_000;

  private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch mayClose;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();

  /**
   * A content.
   *
   * @param mayClose closing blocks until then
   */
  StuckContent(CountDownLatch mayClose) {
    this.mayClose = mayClose;
  }

  Content content() {
    return Content.of(LENGTH, () -> this);
  }

  void awaitStuck() throws InterruptedException {
    if (!stuck.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the content is not read");
    }
  }

  int reads() {
    return reads.get();
  }

  int closes() {
    return closes.get();
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("pieces only");
  }

  @Override
  public int read(byte[] into, int offset, int count) {
    if (reads.incrementAndGet() > 1) {
      stuck.countDown();
      long begun = System.nanoTime();
      while (closes.get() == 0 && System.nanoTime() - begun < PATIENCE) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    into[offset] = 'x';
    return 1;
  }

  @Override
  public void close() {
    closes.incrementAndGet();
    try {
      if (!mayClose.await(15, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody lets it close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
