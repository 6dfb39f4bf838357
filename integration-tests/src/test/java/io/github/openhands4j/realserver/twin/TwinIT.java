package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The old program notices no other differences than those that were reviewed. */
@ExtendWith(RealServers.class)
@Timeout(2400)
class TwinIT {

  /** What both servers answered is kept here, for whoever reviews a difference. */
  private static final Path RECORDS = Path.of("target/twin");

  @Test
  void programNoticesTheReviewedDifferencesAndNoOthers(
      @On(ServerKind.V0) RealServer v0, @On(ServerKind.V1) RealServer v1, TestReporter reporter)
      throws Exception {
    List<Difference> differences = differences(v0, v1, reporter);

    assertThat(ReviewedDifferences.ofFile().objectionsTo(differences)).isEmpty();
  }

  private static List<Difference> differences(RealServer v0, RealServer v1, TestReporter reporter)
      throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (TwinServer left = new V0Twin(v0);
        TwinServer right = new V1Twin(v1)) {
      Future<Map<String, @Nullable Object>> onV0 = both.submit(() -> play("v0", left));
      Future<Map<String, @Nullable Object>> onAdapter = both.submit(() -> play("adapter", right));
      List<Difference> differences = Comparison.of(onV0.get(), onAdapter.get());
      reporter.publishEntry("steps", String.valueOf(onV0.get().size()));
      reporter.publishEntry("differences", String.valueOf(differences.size()));
      return differences;
    } finally {
      both.shutdownNow();
    }
  }

  private static Map<String, @Nullable Object> play(String side, TwinServer server)
      throws IOException {
    Map<String, @Nullable Object> transcript = new LinkedHashMap<>();
    for (Scenario scenario : TwinProgram.scenarios()) {
      long began = System.nanoTime();
      transcript.putAll(scenario.play(server));
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.println(
          "twin: " + scenario.name() + " on " + side + " " + took.toSeconds() + " s");
    }
    server.clean();
    Files.createDirectories(RECORDS);
    Files.writeString(
        RECORDS.resolve(side + ".txt"),
        transcript.entrySet().stream()
            .map(step -> step.getKey() + "  " + Trees.json(step.getValue()) + "\n")
            .collect(Collectors.joining()));
    return transcript;
  }
}
