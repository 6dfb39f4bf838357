package io.github.openhands4j.crash;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What of the next connections is held back. Thread-safe. */
final class Holding {

  /** A part of an exchange. */
  enum Part {
    /** The end of the request is held back. */
    REQUEST,
    /** The answer is held back. */
    ANSWER,
    /** The answer is dropped, and the connection ends. */
    LOST_ANSWER,
    /** Everything passes. */
    NOTHING
  }

  private final List<Part> parts;
  private final int requestBytes;
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);

  private Holding(int requestBytes, Part... parts) {
    this.parts = List.of(parts);
    this.requestBytes = requestBytes;
  }

  static Holding of(Halt halt) {
    return switch (halt) {
      case AFTER_THE_FIRST_BYTE -> new Holding(1, Part.REQUEST);
      case BEFORE_THE_LAST_BYTES -> new Holding(200, Part.REQUEST);
      case BEFORE_THE_ANSWER, IN_A_RESOLVE -> new Holding(0, Part.ANSWER);
      case IN_A_LOOK -> new Holding(0, Part.LOST_ANSWER, Part.ANSWER);
      default -> new Holding(0);
    };
  }

  boolean holds() {
    return !parts.isEmpty();
  }

  /** So many bytes of a request that is held back pass. */
  int requestBytes() {
    return requestBytes;
  }

  /** What is held back of a connection that begins. */
  Part nextConnection() {
    int index = connections.getAndIncrement();
    return index < parts.size() ? parts.get(index) : Part.NOTHING;
  }

  void held() {
    held.countDown();
  }

  boolean awaitHeld() throws InterruptedException {
    return held.await(30, TimeUnit.SECONDS);
  }
}
