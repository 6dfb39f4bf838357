package io.github.openhands4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A port of 127.0.0.1 that hands each connection made to it to a visitor, on a thread of its own.
 * Closing it ends all connections it knows of. Thread-safe.
 */
public final class LoopbackDoor implements AutoCloseable {

  private final String name;
  private final ServerSocket door;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * Opens a free port.
   *
   * @param name the name of its threads
   * @param visitor is given each connection, and closes it
   */
  public LoopbackDoor(String name, Consumer<Socket> visitor) {
    this.name = name;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(() -> accept(visitor));
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
   * Connects to a server, for as long as the door is open.
   *
   * @param server its address
   * @return the connection
   * @throws IOException if there is none
   */
  public Socket connect(URI server) throws IOException {
    return kept(new Socket(server.getHost(), server.getPort()));
  }

  /**
   * Does work on a daemon thread.
   *
   * @param work what to do
   */
  public void inBackground(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(Consumer<Socket> visitor) {
    try {
      while (true) {
        Socket visiting = kept(door.accept());
        inBackground(() -> visitor.accept(visiting));
      }
    } catch (IOException closed) {
      // the end of the door
    }
  }

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
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
