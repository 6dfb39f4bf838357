package io.github.openhands4j.benchmarks.waiting;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.Counts;
import io.github.openhands4j.benchmarks.server.ServerProcess;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/**
 * Ten thousand jobs wait on one client whose server, a process of its own, never lets one become
 * ready. Each has been asked for twice before the heap is measured, so that what a wait learns is
 * counted as well.
 */
public final class TenThousandWaits {

  private static final int JOBS = 10_000;
  private static final int IDS_A_READ = 99;
  private static final int POLLS_A_MINUTE = 600;
  private static final Duration LIMIT = Duration.ofHours(6);

  /** After so long without work, the threads and connections of the starts are gone. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final ServerProcess server;
  private final OpenHandsClient client;
  private final Map<String, Long> mostThreads = new TreeMap<>();
  private final List<Double> ours = new ArrayList<>();

  private TenThousandWaits(ServerProcess server, OpenHandsClient client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Prints what the waits cost. Takes about a minute.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.println("waiting: " + Surroundings.line());
    System.out.println(JOBS + " jobs, " + POLLS_A_MINUTE + " polls a minute");
    try (ServerProcess server = new ServerProcess();
        OpenHandsClient client =
            OpenHandsClient.create(
                ClientOptions.builder()
                    .baseUrl(server.url())
                    .apiKey("not-a-key")
                    .pollsPerMinute(POLLS_A_MINUTE)
                    .build())) {
      new TenThousandWaits(server, client).measure();
    }
  }

  private void measure() {
    cancel(await(start(IDS_A_READ)), server.counts().requests() + 3); // loads all classes
    long empty = Heap.usedBytes();
    List<Start> starts = start(JOBS);
    try {
      LockSupport.parkNanos(IDLE.toNanos());
      measure(empty, starts);
    } finally {
      Reference.reachabilityFence(starts); // counted each time, so that waits are measured alone
    }
  }

  private void measure(long empty, List<Start> starts) {
    long started = Heap.usedBytes();
    server.forgetMostOpen();
    long before = server.counts().requests();
    List<CompletionStage<ConversationId>> waits = await(starts);
    try {
      look(before + 2L * (JOBS / IDS_A_READ + 1));
      long waiting = Heap.usedBytes();
      Counts counts = server.counts();
      cancel(waits, 0);
      LockSupport.parkNanos(IDLE.toNanos());
      long after = Heap.usedBytes();
      print(counts, counts.requests() - before);
      printHeap(started - empty, waiting - started, waiting - after);
    } finally {
      cancel(waits, 0);
    }
  }

  private List<Start> start(int jobs) {
    StartRequest request =
        StartRequest.builder().message("Fix the README").repository("me/repo").build();
    List<Start> starts = new ArrayList<>(jobs);
    for (int i = 0; i < jobs; i++) {
      starts.add(client.conversations().start(request));
    }
    return starts;
  }

  private static List<CompletionStage<ConversationId>> await(List<Start> starts) {
    List<CompletionStage<ConversationId>> waits = new ArrayList<>(starts.size());
    starts.forEach(start -> waits.add(start.awaitReadyAsync(LIMIT)));
    return waits;
  }

  /** Looks at threads until the server has had so many requests. */
  private void look(long requests) {
    while (server.counts().requests() < requests) {
      Map<String, Long> now = Threads.ofClients();
      now.forEach((name, number) -> mostThreads.merge(name, number, Math::max));
      long count =
          now.entrySet().stream()
              .filter(entry -> Threads.isOurs(entry.getKey()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      ours.add((double) count);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private void cancel(List<CompletionStage<ConversationId>> waits, long afterRequests) {
    while (server.counts().requests() < afterRequests) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    waits.forEach(wait -> wait.toCompletableFuture().cancel(false));
    waits.clear(); // nobody keeps what a canceled wait ended with
  }

  private void print(Counts counts, long reads) {
    System.out.printf(
        "%d reads while waiting; threads: most %s, in the end %s%n",
        reads, mostThreads, Threads.ofClients());
    System.out.println(
        new Goal("threads of this library, median", 2).line(Sample.of(ours).median()));
    System.out.println(new Goal("threads of this library, most", 2).line(Sample.of(ours).max()));
    System.out.println(new Goal("connections at once", 2).line((double) counts.mostOpen()));
  }

  private static void printHeap(long ofStarts, long moreThanBefore, long moreThanAfter) {
    System.out.printf(
        "heap with the waits: %d bytes a job more than before them, %d more than after them%n",
        moreThanBefore / JOBS, moreThanAfter / JOBS);
    System.out.println(
        new Goal("heap of a waiting job, bytes, the larger of both", 2048)
            .line((double) Math.max(moreThanBefore, moreThanAfter) / JOBS));
    System.out.printf(
        "besides, a start that its caller keeps, with its task and journal entry: %d bytes%n",
        ofStarts / JOBS);
  }
}
