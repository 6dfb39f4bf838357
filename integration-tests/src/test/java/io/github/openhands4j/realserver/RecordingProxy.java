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
 * Stands between a client and a server, one request a connection: passes on what each says as it
 * comes, counts and keeps it, and lets chosen requests meet a {@link Fate}. A server that breaks
 * off its answer breaks off the client's, and a client that went is gone for the server when it
 * says more. An answer is kept once it is whole. Thread-safe.
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

  /** How many requests came in, whatever their fate. */
  public int count() {
    return requests.size();
  }

  /** What reached the server and was answered by it, in the order in which the answers ended. */
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
      relay(request, fate, client);
    } catch (EOFException nothing) {
      // one of both went without a word
    } catch (IOException broken) {
      // so is the other connection now
    }
  }

  private void relay(HttpMessage request, @Nullable Fate fate, Socket client) throws IOException {
    try (Socket upstream = door.connect(server)) {
      OutputStream out = upstream.getOutputStream();
      out.write(request.closing());
      out.flush();
      if (fate instanceof Fate.AbortedAfter abort) {
        var unused =
            timer.schedule(
                () -> breakBoth(upstream, client), abort.delay().toMillis(), TimeUnit.MILLISECONDS);
      }
      Relay coming = new Relay(upstream.getInputStream(), wayOf(fate, client.getOutputStream()));
      HttpMessage answer = HttpMessage.answer(coming, request.word(0));
      exchanges.add(RecordedExchange.of(request, answer)); // before the client has the end of it
      coming.passRest();
      if (fate instanceof Fate.AnswerCut cut) {
        client.getOutputStream().write(answer.bytes(), 0, cut.place().in(answer));
      }
    }
  }

  /** Where an answer goes as it comes. */
  private static OutputStream wayOf(@Nullable Fate fate, OutputStream client) {
    if (fate instanceof Fate.CutBehind cut) {
      return new StopBehind(
          client,
          cut.text(),
          () -> {
            throw new EOFException();
          });
    }
    if (fate instanceof Fate.HeldBehind held) {
      return new StopBehind(client, held.text(), held::await);
    }
    boolean never = fate instanceof Fate.AnswerCut || fate instanceof Fate.AbortedAfter;
    return never ? OutputStream.nullOutputStream() : client;
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
