package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.v0.V0Health;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the signs of life promise. */
public abstract class V0HealthContract extends V0WorldTest {

  @Test
  void livingServerSaysSoToEverybody() {
    for (V0Health health : List.of(client().health(), world().clients().withoutKey().health())) {
      assertThat(health.alive()).containsEntry("status", "ok");
      assertThat(health.health()).isEqualTo("OK");
      assertThat(health.serverInfo()).containsKeys("uptime", "idle_time", "resources");
    }
  }
}
