package io.github.openhands4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a server and counts the connections made to it. Closing it ends them all. */
public final class CountingRelay implements AutoCloseable {

  private final URI target;
  private final AtomicInteger connections = new AtomicInteger();
  private final LoopbackDoor door;

  /**
   * Starts a relay on a free port of 127.0.0.1.
   *
   * @param target the server behind it
   */
  public CountingRelay(URI target) {
    this.target = target;
    this.door = new LoopbackDoor("relay", this::serve);
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
   * How many connections were made so far.
   *
   * @return the number, closed ones included
   */
  public int connections() {
    return connections.get();
  }

  private void serve(Socket from) {
    connections.incrementAndGet();
    try {
      Socket to = door.connect(target);
      door.inBackground(() -> pass(to, from));
      pass(from, to);
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream bytes = from.getInputStream();
      bytes.transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // the end of the connection
    }
  }

  @Override
  public void close() {
    door.close();
  }
}
