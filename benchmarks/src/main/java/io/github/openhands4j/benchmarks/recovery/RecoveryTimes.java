package io.github.openhands4j.benchmarks.recovery;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.Account;
import io.github.openhands4j.benchmarks.server.Counts;
import io.github.openhands4j.benchmarks.server.LoopbackServer;
import io.github.openhands4j.benchmarks.server.Received;
import io.github.openhands4j.benchmarks.server.Reply;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A server takes each start, then drops the connection without an answer. Measured is the time from
 * the drop until the caller holds the start with its id. Server and client are one process, so both
 * ends are read from one clock.
 */
public final class RecoveryTimes {

  private static final int STARTS = 1_000;
  private static final int WARM_UP = 100;
  private static final int CALLERS = 4;
  private static final Duration ONE_WAY = Duration.ofMillis(20);
  private static final double GOAL_MILLIS = 4 * ONE_WAY.toMillis() + 50;

  private final Map<ConversationId, Long> lostAt = new ConcurrentHashMap<>();
  private final Account account = new Account();

  private final boolean closing;

  private RecoveryTimes(boolean closing) {
    this.closing = closing;
  }

  /**
   * Prints the times. Takes about two minutes.
   *
   * @param arguments none
   * @throws Exception if a start does not end as it should
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("recovery: " + Surroundings.line());
    System.out.printf(
        "%d starts each, %d callers, %d ms in each direction, a new connection costs a round trip%n",
        STARTS, CALLERS, ONE_WAY.toMillis());
    new RecoveryTimes(false).measure("connections for reads stay open");
    new RecoveryTimes(true).measure("each read needs a new connection");
  }

  private void measure(String what) throws Exception {
    try (LoopbackServer server = new LoopbackServer(ONE_WAY, this::carryOut);
        OpenHandsClient client =
            OpenHandsClient.create(
                ClientOptions.builder().baseUrl(server.url()).apiKey("not-a-key").build())) {
      measure(WARM_UP, () -> millisOf(client));
      Sample millis = measure(STARTS, () -> millisOf(client));
      print(what, millis, server.counts());
    }
  }

  private Reply carryOut(Received request) {
    if (!request.method().equals("POST")) {
      return new Reply.Json(((Reply.Json) account.apply(request)).json(), closing);
    }
    account.start(request);
    ConversationId id = ConversationId.parse(Account.conversationId(request));
    return new Reply.Lost(() -> lostAt.put(id, System.nanoTime()));
  }

  private double millisOf(OpenHandsClient client) {
    Start start =
        client.conversations().start(StartRequest.builder().message("Fix the README").build());
    long known = System.nanoTime();
    if (!start.recovered()) {
      throw new IllegalStateException("the answer was not lost");
    }
    ConversationId id = start.conversationId().orElseThrow();
    return (known - Objects.requireNonNull(lostAt.get(id))) / 1e6;
  }

  private Sample measure(int starts, Callable<Double> once) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      Collection<Double> millis = new ConcurrentLinkedQueue<>();
      for (Future<Double> one :
          callers.invokeAll(IntStream.range(0, starts).mapToObj(i -> once).toList())) {
        millis.add(one.get());
      }
      return Sample.of(millis);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a start was not found again", e);
    } finally {
      callers.shutdownNow();
    }
  }

  private static void print(String what, Sample millis, Counts counts) {
    System.out.printf(
        Locale.ROOT,
        "%n%s: median %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what,
        millis.median(),
        millis.quantile(0.9),
        millis.quantile(0.99),
        millis.max());
    System.out.printf(
        "%d requests for %d starts, on %d connections%n",
        counts.requests(), STARTS + WARM_UP, counts.connections());
    System.out.println(
        new Goal("p99 from lost answer to known start, ms", GOAL_MILLIS)
            .line(millis.quantile(0.99)));
  }
}
