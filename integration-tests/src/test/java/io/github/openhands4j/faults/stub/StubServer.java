package io.github.openhands4j.faults.stub;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A V1 server that does with its main requests what tests tell it, and counts everything. Main
 * requests are starts, and reads of {@link StubStarts#CONVERSATION}; all others are answered
 * properly, so that a client can ask what became of a start. Thread-safe.
 */
public final class StubServer implements AutoCloseable {

  private final LoopbackDoor door = new LoopbackDoor("stub-server", this::serve);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final StubStarts starts = new StubStarts();
  private final Deque<Behavior> next = new ArrayDeque<>();
  private final Deque<Behavior> nextTasks = new ArrayDeque<>();
  private final Deque<ConnectionFault> faults = new ArrayDeque<>();
  private final List<StubRequest> requests = new ArrayList<>();
  private final @Nullable SSLContext tls;
  private @Nullable Behavior always;
  private int connections;
  private int open;

  private StubServer(@Nullable SSLContext tls) {
    this.tls = tls;
  }

  /**
   * Starts a server without TLS.
   *
   * @return a server that is well
   */
  public static StubServer start() {
    return new StubServer(null);
  }

  /**
   * Starts a server with TLS.
   *
   * @param tls its key and certificate
   * @return a server that is well
   */
  public static StubServer start(SSLContext tls) {
    return new StubServer(tls);
  }

  /**
   * The address to point a client at.
   *
   * @return scheme, address and port
   */
  public URI baseUrl() {
    String plain = door.baseUrl().toString();
    return URI.create(tls == null ? plain : plain.replace("http:", "https:"));
  }

  /**
   * Tells what to do with the next main requests, one each.
   *
   * @param behaviors what to do
   * @return this server
   */
  public synchronized StubServer next(Behavior... behaviors) {
    next.addAll(List.of(behaviors));
    return this;
  }

  /**
   * Tells what to do with the next reads of start tasks by id, one each.
   *
   * @param behaviors what to do
   * @return this server
   */
  public synchronized StubServer nextTasks(Behavior... behaviors) {
    nextTasks.addAll(List.of(behaviors));
    return this;
  }

  /**
   * Tells what to do with every main request.
   *
   * @param behavior what to do
   * @return this server
   */
  public synchronized StubServer always(Behavior behavior) {
    always = behavior;
    return this;
  }

  /**
   * Tells what becomes of the next connections, one each.
   *
   * @param those what becomes of them
   * @return this server
   */
  public synchronized StubServer nextConnections(ConnectionFault... those) {
    faults.addAll(List.of(those));
    return this;
  }

  /**
   * What the server knows.
   *
   * @return its starts
   */
  public StubStarts starts() {
    return starts;
  }

  /**
   * Everything that arrived whole.
   *
   * @return requests in the order of their arrival
   */
  public synchronized List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  /**
   * How many starts arrived.
   *
   * @return their number
   */
  public int posts() {
    return (int) requests().stream().filter(request -> request.method().equals("POST")).count();
  }

  /**
   * How many main requests arrived.
   *
   * @return their number
   */
  public int mains() {
    return (int) requests().stream().filter(StubServer::isMain).count();
  }

  /**
   * How many connections were made.
   *
   * @return their number, closed ones included
   */
  public synchronized int connections() {
    return connections;
  }

  /**
   * How many connections there are.
   *
   * @return those that neither side has ended
   */
  public synchronized int open() {
    return open;
  }

  /**
   * Waits until no connection is left.
   *
   * @param limit how long
   * @return whether none is left
   * @throws InterruptedException if interrupted meanwhile
   */
  public synchronized boolean awaitNoneOpen(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (open > 0 && end - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
    }
    return open == 0;
  }

  private static boolean isMain(StubRequest request) {
    return request.method().equals("POST") || StubStarts.isForConversation(request);
  }

  private synchronized @Nullable ConnectionFault connected() {
    connections++;
    open++;
    return faults.poll();
  }

  private synchronized void disconnected() {
    open--;
    notifyAll();
  }

  private synchronized Behavior arrived(StubRequest request) {
    requests.add(request);
    Behavior told = isMain(request) ? next.poll() : null;
    if (StubStarts.isForTasks(request)) {
      told = nextTasks.poll();
    }
    if (told == null && always != null && isMain(request)) {
      told = always;
    }
    return told == null ? exchange -> exchange.answer(200, exchange.properAnswer()) : told;
  }

  private void serve(Socket connection) {
    try (connection) {
      ConnectionFault fault = connected();
      if (fault != null) {
        fault.meet(connection);
        return;
      }
      connection.setTcpNoDelay(true);
      Socket spoken = tls == null ? connection : withTls(tls, connection);
      InputStream in = new BufferedInputStream(spoken.getInputStream());
      StubRequest request = read(in);
      while (request != null) {
        Exchange exchange = new Exchange(request, starts, spoken, closed);
        arrived(request).play(exchange);
        request = exchange.isOver() ? null : read(in);
      }
      spoken.close();
    } catch (IOException clientWentAway) {
      // what many tests are about
    } finally {
      disconnected();
    }
  }

  private static Socket withTls(SSLContext tls, Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static @Nullable StubRequest read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.write(read);
      ends = read == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
    }
    StubRequest request = StubRequest.of(head.toString(StandardCharsets.ISO_8859_1), "");
    int length = request.header("Content-Length").map(Integer::parseInt).orElse(0);
    byte[] body = in.readNBytes(length);
    return body.length < length
        ? null
        : new StubRequest(
            request.method(),
            request.target(),
            request.headers(),
            new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closed.countDown();
    door.close();
  }
}
