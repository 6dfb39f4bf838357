package io.github.openhands4j.crash;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Passes bytes on to a server; of its first connection it may hold back the end of the request, or
 * the answer, until the client is gone.
 */
public final class HoldingRelay implements AutoCloseable {

  private static final int NEVER = Integer.MAX_VALUE;

  private final URI target;
  private final int requestBytes;
  private final boolean holdsAnswer;
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final CountDownLatch holding = new CountDownLatch(1);
  private final LoopbackDoor door;

  private HoldingRelay(URI target, int requestBytes, boolean holdsAnswer) {
    this.target = target;
    this.requestBytes = requestBytes;
    this.holdsAnswer = holdsAnswer;
    this.door = new LoopbackDoor("relay", this::serve);
  }

  /**
   * A relay that holds back what a process must not get before it is killed.
   *
   * @param target the server
   * @param halt where the process stands still
   * @return a relay that listens
   */
  public static HoldingRelay before(URI target, Halt halt) {
    return switch (halt) {
      case AFTER_THE_FIRST_BYTE -> new HoldingRelay(target, 1, false);
      case BEFORE_THE_LAST_BYTES -> new HoldingRelay(target, 200, false);
      case BEFORE_THE_ANSWER -> new HoldingRelay(target, NEVER, true);
      default -> new HoldingRelay(target, NEVER, false);
    };
  }

  /**
   * The address to point a client at.
   *
   * @return scheme, address and port
   */
  public URI baseUrl() {
    return door.baseUrl();
  }

  /**
   * Whether it holds something back, now or ever.
   *
   * @return true if it is up to the relay where the process stands still
   */
  public boolean holds() {
    return holdsAnswer || requestBytes != NEVER;
  }

  /**
   * Waits until it holds something back.
   *
   * @return false if it does not within half a minute
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean awaitHolding() throws InterruptedException {
    return holding.await(30, TimeUnit.SECONDS);
  }

  private void serve(Socket from) {
    boolean chosen = first.getAndSet(false);
    try {
      Socket to = door.connect(target);
      door.inBackground(() -> passBack(to, from, chosen && holdsAnswer));
      passOn(from, to, chosen ? requestBytes : NEVER);
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  private void passOn(Socket from, Socket to, int most) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int passed = 0; passed < most; passed++) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        to.getOutputStream().write(next);
      }
      holding.countDown();
      untilGone(in);
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  private void passBack(Socket from, Socket to, boolean held) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      if (held && in.read() >= 0) {
        holding.countDown();
        untilGone(in);
      } else {
        in.transferTo(to.getOutputStream());
      }
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  /** Reads and drops what comes, until nothing can come any more. */
  private static void untilGone(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // dropped
    }
  }

  @Override
  public void close() {
    door.close();
  }
}
