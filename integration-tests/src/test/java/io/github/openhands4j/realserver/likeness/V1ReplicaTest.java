package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordingProxy;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.simulator.Auth;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.SimulatedStartTask;
import org.junit.jupiter.api.Test;

/** What a recording shows to have moved. A simulator stands in for the server it was made on. */
class V1ReplicaTest {

  @Test
  void recordThatTellsNothingOfItsStartYetIsFollowed() throws Exception {
    try (OpenHandsSimulator server =
            OpenHandsSimulator.builder()
                .auth(Auth.SESSION_KEY)
                .apiKey(RealServer.KEY)
                .pace(Pace.manual())
                .start();
        RecordingProxy proxy = new RecordingProxy(server.baseUrl())) {
      RawCaller caller = new RawCaller(proxy.baseUrl());
      SimulatedStartTask task =
          server.startTask(V1Scenario.start(caller, "{\"trigger\":\"openhands_api\"}"));
      server.advance(12);
      SimulatedConversation conversation = server.conversations().get(0);
      String row = V1Scenario.STARTS + "?ids=" + conversation.id();
      caller.get(V1Scenario.TASKS + "?ids=" + task.id());
      conversation.becomeStub();
      caller.get(row);
      conversation.becomeWhole();
      caller.get(row);

      assertThat(Likeness.differences(ServerKind.V1, proxy.exchanges())).isEmpty();
    }
  }
}
