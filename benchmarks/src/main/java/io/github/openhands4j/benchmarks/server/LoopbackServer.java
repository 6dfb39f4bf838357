package io.github.openhands4j.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * An HTTP server on a free port of 127.0.0.1, one thread a connection. It counts connections and
 * requests, so that a fast client that skipped work is found out.
 *
 * <p>With a latency, every request and every answer travels that long, and a new connection costs
 * one round trip before its first request, as the handshake would.
 */
public final class LoopbackServer implements AutoCloseable {

  private final ServerSocket listening;
  private final Function<Received, Reply> behavior;
  private final Duration oneWay;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong mostOpen = new AtomicLong();

  /**
   * Starts a server.
   *
   * @param oneWay the latency in each direction; zero for none
   * @param behavior carries requests out, on the connection's thread
   */
  public LoopbackServer(Duration oneWay, Function<Received, Reply> behavior) {
    this.oneWay = oneWay;
    this.behavior = behavior;
    try {
      listening = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon("benchmark-server", this::accept);
  }

  /**
   * Where the server is.
   *
   * @return its base URL
   */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /**
   * What was counted so far.
   *
   * @return the counts
   */
  public Counts counts() {
    return new Counts(connections.get(), mostOpen.get(), requests.get());
  }

  /** Forgets how many connections were open at once; counts on from those open now. */
  public void forgetMostOpen() {
    mostOpen.set(open.size());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        connections.incrementAndGet();
        mostOpen.accumulateAndGet(open.size(), Math::max);
        daemon("benchmark-connection", () -> serve(socket));
      }
    } catch (IOException closed) {
      // the only way a listening socket ends here
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      travel(2);
      Wire wire = new Wire(socket);
      for (Received request = wire.next(); request != null; request = wire.next()) {
        requests.incrementAndGet();
        travel(1);
        Reply reply = behavior.apply(request);
        travel(1);
        if (reply instanceof Reply.Lost lost) {
          lost.closed().run();
          return;
        }
        Reply.Json answer = (Reply.Json) reply;
        wire.answer(answer);
        if (answer.last()) {
          return;
        }
      }
    } catch (IOException gone) {
      // the client closed its connection
    } finally {
      open.remove(socket);
    }
  }

  private void travel(int ways) {
    long end = System.nanoTime() + oneWay.toNanos() * ways;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
