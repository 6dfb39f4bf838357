package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After whatever went wrong, and a close, nothing of ours is left open. */
@Timeout(60)
class LeftoversTest {

  private static final int ROUNDS = 10;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A descriptor lost with one call of each round would be more than these. */
  private static final long SLACK = ROUNDS - 2;

  private static final List<Behavior> TROUBLES =
      List.of(
          Behaviors.proper(),
          Behaviors.reset(),
          Behaviors.end(),
          Behaviors.cut(Framing.LENGTH, 150),
          Behaviors.cut(Framing.CHUNKED, 150),
          Behaviors.cut(Framing.UNTIL_CLOSE, 150),
          Behaviors.endless(),
          Behaviors.bomb(),
          Behaviors.json("null"),
          Behaviors.answer(200, "text/html", "<p>Log in</p>"),
          Behaviors.status(302, "Location: http://127.0.0.1:1/"),
          Behaviors.status(401),
          Behaviors.status(429, "Retry-After: 1"),
          Behaviors.status(500),
          Behaviors.status(503, "Retry-After: 0"));

  private static Set<Thread> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("openhands4j")
                    || thread.getName().toLowerCase(Locale.ROOT).contains("okhttp"))
        .collect(Collectors.toSet());
  }

  /** Descriptors of the process, or 0 where that is not told. */
  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static Ending stream(FaultWorld world) {
    Start start =
        world
            .client()
            .conversations()
            .startStreaming(StartRequest.builder().message("Go").build(), state -> {});
    return new Ending(Ending.Kind.DONE, null, null, start);
  }

  /** Calls of all kinds through all troubles; then a close. */
  private static void callAndClose() throws InterruptedException {
    try (StubServer server = StubServer.start()) {
      FaultWorld world =
          FaultWorld.at(server.baseUrl(), options -> options.maxAnswerBytes(1 << 16));
      for (int round = 0; round < ROUNDS; round++) {
        for (Behavior trouble : TROUBLES) {
          for (Column column : Column.values()) {
            server.next(trouble);
            world.ask(column);
          }
          server.next(trouble);
          FaultWorld.ending(() -> stream(world));
        }
      }
      assertThat(server.posts()).isGreaterThanOrEqualTo(3 * ROUNDS * TROUBLES.size());
      assertThat(server.open()).as("connections while it lives").isLessThanOrEqualTo(20);

      world.close();

      assertThat(server.awaitNoneOpen(SOON)).as("all connections are closed").isTrue();
    }
  }

  /** Waits that nobody ends; then a close. */
  private static void waitAndClose() throws InterruptedException {
    try (FaultWorld world = FaultWorld.inRealTime()) {
      List<CompletableFuture<?>> waits = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        world.server().nextTasks(TROUBLES.get(round + 1));
        Start start =
            world.client().conversations().start(StartRequest.builder().message("Go").build());
        waits.add(start.awaitReadyAsync(Duration.ofMinutes(25)).toCompletableFuture());
      }

      world.client().close();

      assertThat(waits)
          .allSatisfy(
              wait ->
                  assertThatThrownBy(() -> wait.get(20, TimeUnit.SECONDS))
                      .hasCauseInstanceOf(ClientClosedException.class));
      assertThat(world.server().awaitNoneOpen(SOON)).as("all connections are closed").isTrue();
    }
  }

  @Test
  @Requirement(SecurityRow.S22)
  void failuresAndACloseLeaveNoConnectionThreadOrDescriptor() throws InterruptedException {
    callAndClose(); // what the process loads and opens once
    waitAndClose();
    Set<Thread> before = ourThreads();
    long descriptors = descriptors();

    callAndClose();
    waitAndClose();

    for (Thread thread : ourThreads()) {
      if (!before.contains(thread)) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors + SLACK);
  }
}
