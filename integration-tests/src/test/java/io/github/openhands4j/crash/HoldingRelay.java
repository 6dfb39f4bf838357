package io.github.openhands4j.crash;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/**
 * Passes bytes on to a server; of one connection it holds back the end of the request, or the
 * answer, until the client is gone.
 */
public final class HoldingRelay implements AutoCloseable {

  private final URI target;
  private final LoopbackDoor door;
  private volatile Holding holding;

  private HoldingRelay(URI target, Holding holding) {
    this.target = target;
    this.holding = holding;
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
    return new HoldingRelay(target, Holding.of(halt));
  }

  /** From now on it holds back what the next process must not get. */
  void holdBefore(Halt halt) {
    holding = Holding.of(halt);
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
    return holding.holds();
  }

  /**
   * Waits until it holds something back.
   *
   * @return false if it does not within half a minute
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean awaitHolding() throws InterruptedException {
    return holding.awaitHeld();
  }

  private void serve(Socket from) {
    Holding now = holding;
    Holding.Part part = now.nextConnection();
    try {
      Socket to = door.connect(target);
      door.inBackground(() -> passBack(to, from, part, now));
      passOn(from, to, part == Holding.Part.REQUEST ? now.requestBytes() : Integer.MAX_VALUE, now);
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  private static void passOn(Socket from, Socket to, int most, Holding now) {
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
      now.held();
      untilGone(in);
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  private static void passBack(Socket from, Socket to, Holding.Part part, Holding now) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      switch (part) {
        case LOST_ANSWER -> in.skipNBytes(1); // there is an answer, and nobody gets it
        case ANSWER -> {
          in.skipNBytes(1);
          now.held();
          untilGone(in);
        }
        case REQUEST, NOTHING -> in.transferTo(to.getOutputStream());
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
