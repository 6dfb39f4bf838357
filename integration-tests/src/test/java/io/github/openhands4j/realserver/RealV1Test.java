package io.github.openhands4j.realserver;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the V1 client that has a world and a client for each of its methods. */
@ExtendWith(RealServers.class)
@Timeout(600)
abstract class RealV1Test {

  final RealServer server;
  final RealV1World world;
  final OpenHandsClient client;

  /** With a client as an application makes it. */
  RealV1Test(RealServer server) {
    this(server, options -> options);
  }

  /** With a client that has options of its own. */
  RealV1Test(RealServer server, UnaryOperator<ClientOptionsBuilder> setUp) {
    this.server = server;
    world = new RealV1World(server);
    client = world.client(setUp);
  }

  @AfterEach
  void close() {
    world.close();
  }
}
