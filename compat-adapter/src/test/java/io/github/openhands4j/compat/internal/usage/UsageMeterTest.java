package io.github.openhands4j.compat.internal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.operations.Fidelity;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageMeterTest {

  private final UsageMeter meter = new UsageMeter();
  private final V0Calls calls = new V0Calls(meter);

  @Test
  void callsAndFailuresAreCountedByOperation() {
    assertThat(calls.<String>answered(V0Operation.HEALTH, () -> "OK")).isEqualTo("OK");
    assertThatThrownBy(
            () ->
                calls.done(
                    V0Operation.HEALTH,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    calls.done(V0Operation.CONFIG, () -> {});

    V0Usage usage = meter.read();

    assertThat(usage.calls()).hasSize(2).containsEntry(V0Operation.HEALTH, 2L);
    assertThat(usage.failures()).hasSize(1).containsEntry(V0Operation.HEALTH, 1L);
    assertThat(usage.calls(Fidelity.EXACT)).isEqualTo(2);
    assertThat(usage.calls(Fidelity.LOSSY)).isZero();
  }

  @Test
  void failuresOfThisLibraryLeaveAsV0Exceptions() {
    V0Exception failure =
        catchThrowableOfType(
            V0Exception.class,
            () ->
                calls.done(
                    V0Operation.ALIVE,
                    () -> {
                      throw new ClientClosedException(null, false);
                    }));

    assertThat(failure.status()).isZero();
    assertThat(meter.read().failures()).containsEntry(V0Operation.ALIVE, 1L);
  }

  @Test
  void reportIsOneLineWithLabelsLossesAndWhatToCallInstead() {
    calls.done(V0Operation.CONFIG, () -> {});
    meter.refused(V0Operation.SUBMIT_FEEDBACK);
    meter.lost("create.mcp_config");
    meter.lost("create.mcp_config");

    assertThat(meter.read())
        .hasToString(
            "calls: [CONFIG=1 EMULATED -> conversations().get(id);"
                + " SUBMIT_FEEDBACK=1 UNSUPPORTED (1 failed)],"
                + " losses: {create.mcp_config=2}");
  }

  @Test
  void noCountIsLostWhenThreadsCountAtOnce() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int call = 0; call < 10_000; call++) {
                  meter.called(V0Operation.LIST_FILES);
                  meter.lost("x");
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(meter.read().calls()).containsEntry(V0Operation.LIST_FILES, 40_000L);
    assertThat(meter.read().losses()).containsEntry("x", 40_000L);
  }
}
