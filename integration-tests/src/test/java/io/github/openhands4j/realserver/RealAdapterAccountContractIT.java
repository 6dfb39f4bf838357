package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0HealthContract;
import io.github.openhands4j.contract.V0OptionsContract;
import io.github.openhands4j.contract.V0SecretsContract;
import io.github.openhands4j.contract.V0SettingsContract;
import io.github.openhands4j.contract.V0UsersContract;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The account and the server itself, through the adapter on the real V1 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealAdapterAccountContractIT {

  private final AccountAdapterWorld world;

  RealAdapterAccountContractIT(@On(ServerKind.V1) RealServer server) {
    world = new AccountAdapterWorld(server);
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
  }

  @Nested
  class Health extends V0HealthContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }
}
