package io.github.openhands4j.core.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * An HTTP server on a free loopback port that does with each request what it was told, down to the
 * byte, and counts what arrives. Not told anything, it answers 200 and {@code {}}.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.start().then(Scripts.drop())) {
 *   // one POST to server.uri(), then:
 *   assertThat(server.count("POST")).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ServerSocket listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong written = new AtomicLong();
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<Connection> open = new HashSet<>();
  private final Set<Integer> uncounted = new HashSet<>();
  private int accepted;
  private boolean resetsInTheRequest;

  private ScriptedServer(ServerSocket listener) {
    this.listener = listener;
  }

  /**
   * Starts a server.
   *
   * @return a running server, to be closed
   */
  public static ScriptedServer start() {
    try {
      ScriptedServer server =
          new ScriptedServer(
              new ServerSocket(0, 512, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      daemon(server::accept, "scripted-server-" + server.port());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells the server what to do with the next requests, one script each; the last one repeats.
   *
   * @param next the scripts
   * @return this server
   */
  public synchronized ScriptedServer then(Script... next) {
    scripts.addAll(List.of(next));
    return this;
  }

  /**
   * Lets the server reset every connection after the first byte it reads.
   *
   * @return this server
   */
  public synchronized ScriptedServer resetInTheRequest() {
    resetsInTheRequest = true;
    return this;
  }

  /**
   * The port.
   *
   * @return the free port that was found
   */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * The server's address.
   *
   * @return {@code http://127.0.0.1:<port>}
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /**
   * What arrived complete, head and body.
   *
   * @return the requests in the order of their arrival
   */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /**
   * How many requests of a method arrived.
   *
   * @param method for example {@code POST}
   * @return their number
   */
  public synchronized int count(String method) {
    return (int) requests.stream().filter(request -> request.method().equals(method)).count();
  }

  /**
   * How many connections were made. Connections are accepted in the order in which they were made;
   * so one of its own tells this method when all before it have been counted.
   *
   * @return their number, closed ones included
   */
  public int connections() {
    try (Socket last = new Socket()) {
      last.bind(new InetSocketAddress(listener.getInetAddress(), 0));
      expect(last.getLocalPort());
      last.connect(listener.getLocalSocketAddress());
      await(() -> !uncounted.contains(last.getLocalPort()), "the last connection");
      return accepted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void expect(int port) {
    uncounted.add(port);
  }

  private synchronized int accepted() {
    return accepted;
  }

  /**
   * Every byte that was read, of complete requests or not.
   *
   * @return the bytes as ISO 8859-1
   */
  public synchronized String receivedText() {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /**
   * How many bytes the scripts sent.
   *
   * @return their number over all connections
   */
  public long bytesSent() {
    return written.get();
  }

  /**
   * Waits until so many requests have arrived.
   *
   * @param number how many
   * @throws AssertionError if they do not come
   */
  public void awaitRequests(int number) {
    await(() -> requests.size() >= number, number + " requests");
  }

  /**
   * Waits until every connection has been closed.
   *
   * @throws AssertionError if one stays open
   */
  public void awaitNoConnection() {
    await(open::isEmpty, "no open connection");
  }

  private synchronized void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("waited in vain for " + what);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        serve(socket);
      } catch (IOException closedMeanwhile) {
        return;
      }
    }
  }

  private synchronized void serve(Socket socket) throws IOException {
    if (uncounted.remove(socket.getPort())) {
      socket.close();
      notifyAll();
      return;
    }
    accepted++;
    Connection connection = new Connection(this, socket, accepted);
    open.add(connection);
    daemon(connection, "scripted-server-" + port() + "-" + accepted);
  }

  synchronized boolean resetsInTheRequest() {
    return resetsInTheRequest;
  }

  synchronized Script arrived(RecordedRequest request) {
    requests.add(request);
    notifyAll();
    Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
    return script == null ? Scripts.json("{}") : script;
  }

  synchronized void received(byte read) {
    bytes.write(read);
  }

  synchronized void ended(Connection connection) {
    open.remove(connection);
    notifyAll();
  }

  Visit visit(RecordedRequest request, Socket socket) {
    return new Visit(request, socket, written, closed);
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Connection connection : stillOpen()) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitNoConnection();
  }

  private synchronized List<Connection> stillOpen() {
    return List.copyOf(open);
  }
}
