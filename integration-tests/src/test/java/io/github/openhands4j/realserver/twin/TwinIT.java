package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A V0 program notices no more differences than those that were reviewed. */
@ExtendWith(RealServers.class)
@Timeout(560)
class TwinIT {

  @Test
  void draft(@On(ServerKind.V0) RealServer v0, @On(ServerKind.V1) RealServer v1) throws Exception {
    List<Difference> differences = new ArrayList<>();
    int steps = 0;
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (TwinServer left = new V0Twin(v0.baseUrl());
        TwinServer right = new V1Twin(v1.baseUrl())) {
      Future<Map<String, @Nullable Object>> a = both.submit(() -> play(left));
      Future<Map<String, @Nullable Object>> b = both.submit(() -> play(right));
      Map<String, @Nullable Object> x = a.get();
      Map<String, @Nullable Object> y = b.get();
      steps = x.size();
      differences.addAll(Comparison.of(x, y));
      Files.writeString(
          Path.of("target/twin-v0.txt"),
          x.entrySet().stream()
              .map(e -> e.getKey() + "  " + Trees.json(e.getValue()))
              .collect(Collectors.joining("\n")));
      Files.writeString(
          Path.of("target/twin-v1.txt"),
          y.entrySet().stream()
              .map(e -> e.getKey() + "  " + Trees.json(e.getValue()))
              .collect(Collectors.joining("\n")));
    }
    both.shutdown();
    Files.writeString(
        Path.of("target/twin-diff.txt"),
        differences.stream().map(Difference::toString).collect(Collectors.joining("\n")));
    System.out.println(steps + " steps, " + differences.size() + " differences");
    assertThat(steps).isPositive();
  }

  private static Map<String, @Nullable Object> play(TwinServer server) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    String only = System.getProperty("twin.only", "");
    for (Scenario scenario : TwinProgram.scenarios()) {
      if (!only.isEmpty() && !scenario.name().matches(only)) continue;
      long began = System.nanoTime();
      try {
        Map<String, @Nullable Object> one = scenario.play(server);
        all.putAll(one);
        Files.createDirectories(Path.of("target/twin"));
        Files.writeString(Path.of("target/twin/" + scenario.name() + "." + server.getClass().getSimpleName()), one.entrySet().stream().map(e -> e.getKey() + "  " + Trees.json(e.getValue())).collect(Collectors.joining("\n")));
      } catch (RuntimeException | java.io.IOException e) {
        System.out.println(server.getClass().getSimpleName() + " " + scenario.name() + " BROKE");
        e.printStackTrace(System.out);
      }
      System.out.println(
          server.getClass().getSimpleName()
              + " "
              + scenario.name()
              + " "
              + (System.nanoTime() - began) / 1_000_000
              + " ms");
    }
    return all;
  }
}
