package io.github.openhands4j.benchmarks.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.SmallJvm;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.LoopbackServer;
import io.github.openhands4j.compat.internal.events.Context;
import io.github.openhands4j.compat.internal.events.EventTranslator;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What it takes to show V1's events as V0's: time, requests, memory. */
public final class EventsReport {

  private static final int EVENTS = 10_000;
  private static final int MANY = 100_000;
  private static final String HEAP = "-Xmx32m";
  private static final ObjectMapper JSON = Json.mapper(1L << 28);

  private EventsReport() {}

  /**
   * Measures and prints.
   *
   * @param arguments how many rounds, or none for 60
   * @throws IOException if JSON cannot be read or a process cannot be started
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    System.out.println("events: " + Surroundings.line());
    System.out.println(
        new Goal("translation of 10,000 events / parsing their JSON", 2).line(ratio(rounds)));
    System.out.println(
        new Goal("requests of a read of what is new, sandbox asleep", 2).line(requests()));
    System.out.println(
        new Goal("events of 100,000 missing in a trajectory, heap 32 MB", 0)
            .line((double) (SampleEvents.numbered(MANY) + 1 - trajectory())));
  }

  private static double ratio(int rounds) throws IOException {
    byte[] text =
        IntStream.range(0, EVENTS)
            .mapToObj(SampleEvents::json)
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(StandardCharsets.UTF_8);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < 2 * rounds; round++) {
      long begun = System.nanoTime();
      List<Map<String, @Nullable Object>> events = JSON.readValue(text, new TypeReference<>() {});
      long parsed = System.nanoTime();
      long translated = translate(events);
      double ratio = (System.nanoTime() - parsed) / (double) (parsed - begun);
      if (translated != SampleEvents.numbered(EVENTS)) {
        throw new IllegalStateException("translated " + translated);
      }
      if (round >= rounds) { // the first half warms up
        ratios.add(ratio);
      }
    }
    return Sample.of(ratios).median();
  }

  private static long translate(List<Map<String, @Nullable Object>> events) {
    long count = 0;
    V1Event before = V1Event.of(Map.of());
    V1Event stats = before;
    for (Map<String, @Nullable Object> json : events) {
      V1Event event = V1Event.of(json);
      Context context =
          Context.numbered(count).cause(count - 1).action(before).stats(stats).model("m").build();
      count += EventTranslator.translate(event, context).size();
      stats = "stats".equals(json.get("key")) ? event : stats;
      before = event;
    }
    return count;
  }

  private static double requests() {
    EventAccount account = new EventAccount(1_000);
    try (LoopbackServer server = new LoopbackServer(Duration.ZERO, account);
        OpenHandsV0Client client = TrajectoryReader.client(server.url())) {
      long next = newest(client) + 1;
      account.grow(5);
      long before = server.counts().requests();
      int read =
          client
              .events()
              .listEvents(EventAccount.ID, EventQuery.builder().startId(next).build())
              .events()
              .size();
      if (read == 0) {
        throw new IllegalStateException("nothing new was read");
      }
      return server.counts().requests() - before;
    }
  }

  private static long newest(OpenHandsV0Client client) {
    return client
        .events()
        .listEvents(EventAccount.ID, EventQuery.builder().reverse(true).limit(1).build())
        .events()
        .stream()
        .mapToLong(event -> event.id() == null ? 0 : event.id())
        .findFirst()
        .orElseThrow();
  }

  private static long trajectory() throws IOException, InterruptedException {
    try (LoopbackServer server = new LoopbackServer(Duration.ZERO, new EventAccount(MANY))) {
      return SmallJvm.run(List.of(HEAP), TrajectoryReader.class, server.url())
          .map(printed -> Long.parseLong(printed.strip()))
          .orElse(0L);
    }
  }
}
