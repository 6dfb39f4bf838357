package io.github.openhands4j.benchmarks.events;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.SmallJvm;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What it takes to read all events of a long conversation in a small heap. */
public final class StoredEventsReport {

  private static final List<String> OPTIONS = List.of("-Xmx16m", "-XX:+UseSerialGC");
  private static final double MOST = 1.15;

  private record Round(double typed, double byHand) {

    static Round of(String line) {
      String[] nanos = line.split(" ", 2);
      return new Round(Double.parseDouble(nanos[0]), Double.parseDouble(nanos[1]));
    }

    double ratio() {
      return typed / byHand;
    }
  }

  private StoredEventsReport() {}

  /**
   * Measures and prints. Takes some minutes.
   *
   * @param arguments none
   * @throws IOException if a process cannot be started
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("stored: " + Surroundings.line());
    System.out.println("all events of a conversation, heap 16 MB; both turns in one process");
    report(100_000, 9);
    report(1_000_000, 3);
  }

  private static void report(int events, int rounds) throws IOException, InterruptedException {
    List<Round> read = read(events, rounds);
    System.out.printf(
        Locale.ROOT,
        "%,d events: with the client %.2f us an event, by hand %.2f us, medians of %d rounds%n",
        events,
        Sample.of(read.stream().map(Round::typed).toList()).median() / events / 1e3,
        Sample.of(read.stream().map(Round::byHand).toList()).median() / events / 1e3,
        read.size());
    System.out.println(
        new Goal(
                String.format(Locale.ROOT, "%,d events / OkHttp and Jackson's iterator", events),
                MOST)
            .line(Sample.of(read.stream().map(Round::ratio).toList()).median()));
  }

  private static List<Round> read(int events, int rounds) throws IOException, InterruptedException {
    try (LoopbackServer server = new LoopbackServer(Duration.ZERO, new StoredPages(events))) {
      String printed =
          SmallJvm.run(OPTIONS, StoredEventsReader.class, server.url(), events, rounds)
              .orElseThrow(() -> new IOException("the reader of " + events + " events failed"));
      return printed.lines().map(Round::of).toList();
    }
  }
}
