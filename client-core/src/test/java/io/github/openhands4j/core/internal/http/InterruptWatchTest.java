package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.testing.OurThreads;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one thread that looks for interrupts is there when it is needed. */
@Timeout(60)
class InterruptWatchTest {

  private static final String WATCH = "openhands4j-interrupts";

  @BeforeEach
  void nobodyElseIsWatched() throws InterruptedException {
    OurThreads.awaitNone();
  }

  @Test
  void allClientsAreWatchedByOneThreadThatEndsWithoutCalls() throws InterruptedException {
    try (ScriptedServer server = ScriptedServer.start()) {
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 10; i++) {
          try (Probe probe = Probe.of(server)) {
            probe.api().read();
          }
        }
        assertThat(names()).containsExactly(WATCH);
        OurThreads.awaitNone();
      }
    }
  }

  @Test
  void callsOfThisLibrarysOwnThreadsNeedNoWatch() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      FutureTask<List<String>> call =
          new FutureTask<>(
              () -> {
                probe.api().read();
                return names();
              });
      new OwnThread("openhands4j-test", call).start();

      assertThat(call.get(10, TimeUnit.SECONDS)).containsExactly("openhands4j-test");
    }
  }

  private static List<String> names() {
    return OurThreads.now().stream().map(Thread::getName).toList();
  }
}
