package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job on a real server. */
@ExtendWith(RealServers.class)
@Timeout(120)
class StartedServerIT {

  @Test
  void jobIsStartedOnceAndSeenToItsEnd(@On(ServerKind.V1) RealServer server) {
    try (RecordingProxy proxy = new RecordingProxy(server.baseUrl());
        OpenHandsClient client =
            OpenHandsClient.create(
                ClientOptions.builder().baseUrl(proxy.baseUrl()).apiKey(RealServer.KEY).build())) {
      Conversation end =
          client
              .conversations()
              .start(StartRequest.builder().message("FINISH: hello").build())
              .awaitFinished(Duration.ofMinutes(1));

      assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
      assertThat(proxy.count("POST", "/api/v1/app-conversations")).isEqualTo(1);
    }
  }
}
