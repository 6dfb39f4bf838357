package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;

/** A server on the way to which a call is held before anything of it is sent. */
abstract class HeldPlace implements AutoCloseable {

  /** Where the server is said to be. */
  abstract URI uri();

  /** How its name is looked up. */
  Dns dns() {
    return Dns.SYSTEM;
  }

  @Override
  public abstract void close() throws IOException;

  /** A name service that does not answer before it is told to. */
  static final class NameLookupThatHangs extends HeldPlace {

    private final int port;
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();

    NameLookupThatHangs(int port) {
      this.port = port;
    }

    @Override
    URI uri() {
      return URI.create("http://held.example:" + port);
    }

    @Override
    Dns dns() {
      return host -> {
        lookups.incrementAndGet();
        boolean answered = false;
        while (!answered) {
          answered = awaitUninterrupted();
        }
        return List.of(InetAddress.getLoopbackAddress());
      };
    }

    private boolean awaitUninterrupted() {
      try {
        answer.await();
        return true;
      } catch (InterruptedException ignoredAsByARealOne) {
        return false;
      }
    }

    void answer() {
      answer.countDown();
    }

    int lookups() {
      return lookups.get();
    }

    @Override
    public void close() {
      answer();
    }
  }

  /** A server whose queue of connections is full. */
  static final class FullServer extends HeldPlace {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    FullServer() throws IOException {
      while (waiting.size() < 64) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
        } catch (SocketTimeoutException full) {
          return;
        }
      }
    }

    @Override
    URI uri() {
      return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** A server that takes connections and says nothing. */
  static final class SilentTls extends HeldPlace {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    SilentTls() throws IOException {}

    /** Waits until a client has begun to speak TLS. */
    void awaitHello() throws IOException {
      server.accept().getInputStream().read();
    }

    @Override
    URI uri() {
      return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
