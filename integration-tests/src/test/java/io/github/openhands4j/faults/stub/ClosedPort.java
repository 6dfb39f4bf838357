package io.github.openhands4j.faults.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody answers at. */
public final class ClosedPort implements AutoCloseable {

  private static final int MOST = 64;
  private static final int PATIENCE_MILLIS = 150;

  private final ServerSocket server;
  private final List<Socket> waiting = new ArrayList<>();

  private ClosedPort(ServerSocket server) {
    this.server = server;
  }

  /**
   * A port at which connections are refused.
   *
   * @return its address
   */
  public static URI refusing() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port whose queue is full, so that connections are neither taken nor refused.
   *
   * @return the port, to be closed
   */
  public static ClosedPort full() {
    try {
      ClosedPort port = new ClosedPort(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      port.fill();
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its address.
   *
   * @return scheme, address and port
   */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void fill() throws IOException {
    while (waiting.size() < MOST) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), PATIENCE_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      for (Socket socket : waiting) {
        socket.close();
      }
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
