package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.RequestBudgetException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All requests of a key share one budget. */
class SharedBudgetTest {

  /** Budgets outlive their clients by a minute, and the next server may have the same port. */
  private final String key = "sk-test-budget-" + UUID.randomUUID();

  private final V1World world = new V1World(builder -> builder.apiKey(key));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void pollsAndTheRawDoorCountForTheBudgetToo() {
    OpenHandsClient client = world.client(options -> options.apiKey(key).requestsPerMinute(3));
    Start start = client.conversations().start(V1World.request());
    client.api().appConversations().count(Map.of(), null);

    assertThatThrownBy(() -> start.awaitReady(Duration.ofSeconds(1)))
        .hasMessageContaining("OHJ-053");
    assertThatThrownBy(() -> client.api().appConversations().count(Map.of(), null))
        .isInstanceOf(RequestBudgetException.class);

    assertThat(world.server.journal().requests()).hasSize(3);
  }

  @Test
  void startThatIsHeldBackWasNotSent() {
    OpenHandsClient client =
        world.client(
            options ->
                options.apiKey(key).requestsPerMinute(1).startTimeout(Duration.ofSeconds(30)));
    client.conversations().start(V1World.request());

    assertThatThrownBy(() -> client.conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            RequestBudgetException.class,
            e -> {
              assertThat(e.requestMayHaveBeenSent()).isFalse();
              assertThat(e.getSuppressed()).as("attempts before").isEmpty();
            });
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }
}
