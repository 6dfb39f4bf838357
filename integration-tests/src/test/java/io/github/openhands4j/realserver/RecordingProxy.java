package io.github.openhands4j.realserver;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server, one request a connection: counts and keeps what was said,
 * and lets chosen requests meet a {@link Fate}. Thread-safe.
 */
public final class RecordingProxy implements AutoCloseable {

  private record Rule(String method, String path, Fate fate) {}

  private final URI server;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Rule> rules = new ArrayDeque<>();
  private final List<HttpMessage> requests = new CopyOnWriteArrayList<>();
  private final List<RecordedExchange> exchanges = new CopyOnWriteArrayList<>();
  private final LoopbackDoor door;

  /** Starts a proxy on a free port of 127.0.0.1. */
  public RecordingProxy(URI server) {
    this.server = server;
    this.door = new LoopbackDoor("proxy", this::serve);
  }

  /** Where it listens, in the place of the server. */
  public URI baseUrl() {
    return door.baseUrl();
  }

  /** Lets the next request of this method to this path (a pattern) meet a fate. */
  public void next(String method, String path, Fate fate) {
    synchronized (rules) {
      rules.add(new Rule(method, path, fate));
    }
  }

  /** How many requests of this method to this path (a pattern) came in, whatever their fate. */
  public int count(String method, String path) {
    return (int) requests.stream().filter(r -> isOf(r, method, path)).count();
  }

  /** What reached the server and was answered by it. */
  public List<RecordedExchange> exchanges() {
    return new ArrayList<>(exchanges);
  }

  private static boolean isOf(HttpMessage request, String method, String path) {
    return request.word(0).equals(method) && request.path().matches(path);
  }

  private @Nullable Fate fateOf(HttpMessage request) {
    synchronized (rules) {
      for (Rule rule : rules) {
        if (isOf(request, rule.method(), rule.path())) {
          rules.remove(rule);
          return rule.fate();
        }
      }
      return null;
    }
  }

  private void serve(Socket client) {
    try (client) {
      HttpMessage request = HttpMessage.request(client.getInputStream());
      requests.add(request);
      Fate fate = fateOf(request);
      if (fate instanceof Fate.AnsweredByGateway gateway) {
        client.getOutputStream().write(gateway.bytes());
        return;
      }
      byte[] answer = ask(request, fate, client);
      client.getOutputStream().write(answer, 0, keep(request, answer, fate));
    } catch (EOFException nothing) {
      // one of both went without a word
    } catch (IOException broken) {
      // so is the other connection now
    }
  }

  /** Keeps a whole answer; how much of it the client gets. */
  private int keep(HttpMessage request, byte[] answer, @Nullable Fate fate) throws IOException {
    HttpMessage whole;
    try {
      whole = HttpMessage.answer(answer, request.word(0));
    } catch (EOFException brokenOff) {
      return answer.length; // the server went in the middle of it
    }
    exchanges.add(RecordedExchange.of(request, whole));
    if (fate instanceof Fate.AbortedAfter) {
      return 0; // it came before the connection was to break
    }
    return fate instanceof Fate.AnswerCut cut ? cut.place().in(whole) : answer.length;
  }

  private byte[] ask(HttpMessage request, @Nullable Fate fate, Socket client) throws IOException {
    try (Socket upstream = door.connect(server)) {
      OutputStream out = upstream.getOutputStream();
      out.write(request.closing());
      out.flush();
      if (fate instanceof Fate.AbortedAfter abort) {
        var unused =
            timer.schedule(
                () -> breakBoth(upstream, client), abort.delay().toMillis(), TimeUnit.MILLISECONDS);
      }
      return upstream.getInputStream().readAllBytes();
    }
  }

  private static boolean breakBoth(Socket upstream, Socket client) throws IOException {
    upstream.close();
    client.close();
    return true;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    door.close();
  }
}
