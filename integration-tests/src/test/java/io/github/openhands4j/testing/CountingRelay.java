package io.github.openhands4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a server and counts the connections made to it. Closing it ends them all. */
public final class CountingRelay implements AutoCloseable {

  private final URI target;
  private final ServerSocket door;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * Starts a relay on a free port of 127.0.0.1.
   *
   * @param target the server behind it
   * @throws IOException if there is no free port
   */
  public CountingRelay(URI target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /**
   * The address to point a client at.
   *
   * @return scheme, address and port
   */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /**
   * How many connections were made so far.
   *
   * @return the number, closed ones included
   */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket from = kept(door.accept());
        connections.incrementAndGet();
        Socket to = kept(new Socket(target.getHost(), target.getPort()));
        daemon(() -> pass(from, to));
        daemon(() -> pass(to, from));
      }
    } catch (IOException closed) {
      // the end of the relay
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

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
