package io.github.openhands4j.benchmarks.callers;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.ServerProcess;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.OpenHandsClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Two thousand callers read at the same time, each on a virtual thread, from a server that is half
 * a second away: through this library, and through the transport below it by hand.
 */
public final class ManyCallers {

  private static final int CALLERS = 2_000;
  private static final int READS = 4;
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 2;
  private static final Duration ONE_WAY = Duration.ofMillis(250);

  /** As many keys, and so budgets, as let all callers send within half a second. */
  private static final int CLIENTS = 4;

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");

  private ManyCallers() {}

  /**
   * Prints the comparison. Takes about two minutes, on Java 21 or newer.
   *
   * @param arguments none
   * @throws Exception if a read fails
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("callers: " + Surroundings.line());
    System.out.printf("%d callers, %d reads each, %d rounds%n", CALLERS, READS, ROUNDS);
    List<OpenHandsClient> clients = new ArrayList<>();
    try (ServerProcess server = new ServerProcess(ONE_WAY)) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(client(server.url(), "not-a-key-" + i));
      }
      compare(byHand(server.url()), ways(clients));
    } finally {
      clients.forEach(OpenHandsClient::close);
    }
  }

  private static void compare(List<Callable<?>> byHand, List<Callable<?>> ours) throws Exception {
    Wave wave = new Wave(CALLERS, READS);
    List<Double> raw = new ArrayList<>();
    List<Double> guarded = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < WARM_UP; round++) {
      wave.seconds(byHand);
      wave.seconds(ours);
    }
    long pinned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double one = wave.seconds(byHand);
      double other;
      try (Pinned events = new Pinned()) {
        other = wave.seconds(ours);
        pinned += events.count();
      }
      raw.add(one);
      guarded.add(other);
      ratios.add(other / one);
    }
    System.out.printf(
        "OkHttp + Jackson by hand: median %.3f s; typed and guarded: median %.3f s%n",
        Sample.of(raw).median(), Sample.of(guarded).median());
    System.out.println(
        new Goal("typed and guarded / by hand", 1.05).line(Sample.of(ratios).median()));
    System.out.println(new Goal("virtual threads pinned", 0).line((double) pinned));
  }

  private static OpenHandsClient client(URI server, String key) {
    return OpenHandsClient.create(ClientOptions.builder().baseUrl(server).apiKey(key).build());
  }

  private static List<Callable<?>> ways(List<OpenHandsClient> clients) {
    List<Callable<?>> ways = new ArrayList<>();
    clients.forEach(client -> ways.add(() -> client.conversations().get(ID).orElseThrow()));
    return ways;
  }

  private static List<Callable<?>> byHand(URI server) {
    ObjectReader reader =
        Json.mapper(ClientOptions.builder().noApiKey().build().maxAnswerBytes())
            .readerForListOf(AppConversation.class);
    Request request =
        new Request.Builder()
            .url(server + "/api/v1/app-conversations?ids=" + ID.hex())
            .header("Accept", "application/json")
            .build();
    List<Callable<?>> ways = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      OkHttpClient okHttp =
          new OkHttpClient.Builder()
              .readTimeout(Duration.ofSeconds(30))
              .connectionPool(new ConnectionPool(32, 4, TimeUnit.SECONDS))
              .build();
      ways.add(
          () -> {
            try (Response response = okHttp.newCall(request).execute()) {
              return reader.<List<AppConversation>>readValue(response.body().bytes());
            }
          });
    }
    return ways;
  }
}
