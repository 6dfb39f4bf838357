package com.example.programs;

import static org.assertj.core.api.Assertions.assertThat;

// begin simulator-test
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome; // how a run is to end; not the client's Outcome
import io.github.openhands4j.simulator.junit.OpenHandsExtension;
import io.github.openhands4j.simulator.junit.ServerKey;
import io.github.openhands4j.simulator.junit.ServerUrl;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenHandsExtension.class)
class StuckAgentTest {

  @Test
  void isReportedOnceAlthoughTheAnswerToTheStartIsLost(
      OpenHandsSimulator server, @ServerUrl URI url, @ServerKey String key) {
    server.nextStart(Outcome.stuck());
    server.disturbNextStart(Disturbance.taken().dropConnection());

    ClientOptions options = ClientOptions.builder().baseUrl(url).apiKey(key).build();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      Conversation done = // here your code would run
          client
              .conversations()
              .start(StartRequest.builder().message("Fix the README").build())
              .awaitFinished(Duration.ofMinutes(1));
      assertThat(done.outcome()).hasToString("STUCK");
    }

    assertThat(server.journal().starts()).isEqualTo(1);
  }
}
// end simulator-test
