package io.github.openhands4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.AgentServerAge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a program used of V0 is told on request and, once, at the end. */
class UsageTest {

  @Test
  void callsFailuresAndLossesAreToldByName() {
    try (AdaptedServer world =
        new AdaptedServer(
            AgentServerAge.CURRENT,
            CompatOptions.builder().lossyFeatures(LossyFeatures.DROP_WITH_WARNING).build())) {
      world
          .client()
          .createConversation(
              CreateConversationRequest.builder()
                  .mcpConfig(Map.of("sse_servers", List.of("https://mcp.invalid")))
                  .build());
      world.client().health().health();
      world.client().health().health();
      assertThatThrownBy(() -> world.client().settings().resetSettings());

      V0Usage usage = V0OnV1.usage(world.client());

      assertThat(usage.calls())
          .isEqualTo(
              Map.of(
                  V0Operation.CREATE_CONVERSATION,
                  1L,
                  V0Operation.HEALTH,
                  2L,
                  V0Operation.RESET_SETTINGS,
                  1L));
      assertThat(usage.failures()).isEqualTo(Map.of(V0Operation.RESET_SETTINGS, 1L));
      assertThat(usage.losses()).isEqualTo(Map.of("create.mcp_config", 1L));
    }
  }

  @Test
  void oneLineIsLoggedWhenTheClientIsClosedHoweverOften() {
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.compat");
    Level before = logger.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
    try {
      AdaptedServer world = new AdaptedServer();
      world.client().health().health();
      world.client().close();
      world.close();
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(before);
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "V0 calls of this client ran on V1"
                + " [calls: [HEALTH=1 EXACT -> health().isHealthy()], losses: {}]");
  }
}
