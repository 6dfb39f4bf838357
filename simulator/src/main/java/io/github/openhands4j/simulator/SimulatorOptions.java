package io.github.openhands4j.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator was built with.
 *
 * @param apiKey the key that is accepted, null when none is wanted
 */
record SimulatorOptions(
    Auth auth,
    @Nullable String apiKey,
    boolean webApp,
    Clock clock,
    Pace startPace,
    Pace runPace,
    int staleReads,
    int resumeReads,
    boolean taskTimesWithZone,
    boolean movingCreatedAt,
    boolean dateHeader,
    Duration keepAlive,
    @Nullable AutomaticTitle automaticTitle,
    @Nullable Supplier<Limiter> limiter,
    int pauseReads,
    int deletedSandboxReads,
    EventDelivery delivery,
    AgentServerAge agentServerAge,
    boolean agentPathPrefix) {

  /** A title given by the server after a number of reads of the conversation. */
  record AutomaticTitle(String title, int afterReads) {}

  /** A fixed-window limit of requests. */
  record Limit(int requests, Duration window) {}

  /** Never prints the key. */
  @Override
  public String toString() {
    return "SimulatorOptions[auth=" + auth + ", webApp=" + webApp + "]";
  }
}
