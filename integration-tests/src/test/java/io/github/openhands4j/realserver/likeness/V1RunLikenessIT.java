package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.simulator.AgentStep;
import io.github.openhands4j.simulator.Auth;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run leaves events of the same kinds and shapes on both servers, and at both doors of each. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1RunLikenessIT {

  private static final AgentStep USED = AgentStep.stats(0, 100, 10);

  /** What the message makes the real server's model do, and the same for the simulator. */
  static Stream<Arguments> runs() {
    return Stream.of(
        Arguments.of(
            "RUN: echo x",
            Outcome.finished()
                .doing(USED, AgentStep.terminal("echo x", "x", 0), AgentStep.finish("echo x"))),
        Arguments.of("SAY: hello", Outcome.finished().doing(USED, AgentStep.say("hello"))),
        Arguments.of(
            "BADTOOL",
            Outcome.finished()
                .doing(
                    USED,
                    AgentStep.failedCall("no_such_tool", "Tool 'no_such_tool' not found."),
                    AgentStep.finish("done"))),
        Arguments.of(
            "FAIL: 401", Outcome.error("LLMAuthenticationError", "told to fail").doing(USED)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void eventsOfARunAreAlike(String message, Outcome outcome, @On(ServerKind.V1) RealServer server)
      throws Exception {
    try (OpenHandsSimulator simulator =
            OpenHandsSimulator.builder().auth(Auth.SESSION_KEY).apiKey(RealServer.KEY).start();
        OpenHandsClient onReal = AgentSide.client(server.baseUrl());
        OpenHandsClient onSimulator = AgentSide.client(simulator.baseUrl())) {
      simulator.nextStart(outcome);
      RunEvents real = RunEvents.of(onReal, server.baseUrl(), message);
      RunEvents simulated = RunEvents.of(onSimulator, simulator.baseUrl(), message);

      List<Difference> found = new ArrayList<>();
      found.addAll(EventShapes.differences("GET agent server", real.agent(), simulated.agent()));
      found.addAll(EventShapes.differences("GET app server", real.app(), simulated.app()));
      assertThat(Likeness.unknown(ServerKind.V1, found)).isEmpty();
    }
  }
}
