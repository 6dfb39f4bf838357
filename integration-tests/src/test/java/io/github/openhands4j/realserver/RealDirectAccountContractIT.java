package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.contract.V0HealthContract;
import io.github.openhands4j.contract.V0OptionsContract;
import io.github.openhands4j.contract.V0SecretsContract;
import io.github.openhands4j.contract.V0SettingsContract;
import io.github.openhands4j.contract.V0UsersContract;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The account and the server itself, through the direct backend on the real V0 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealDirectAccountContractIT {

  private final AccountDirectWorld world;

  RealDirectAccountContractIT(@On(ServerKind.V0) RealServer server) {
    world = new AccountDirectWorld(server);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Nested
  class Settings extends V0SettingsContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }

  @Nested
  class Secrets extends V0SecretsContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }

  @Nested
  class Options extends V0OptionsContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }

  @Nested
  class Users extends V0UsersContract {
    @Override
    protected V0World newWorld() {
      return world;
    }

    @Override
    @Test
    @DisplayName("the stand-in for GitHub has no microagents")
    protected void microagentsOfARepositoryAreReadOrRefused() {
      assertThat(world.client().user().microagents(V0World.REPOSITORY)).isEmpty();
    }
  }

  @Nested
  class Health extends V0HealthContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }
}
