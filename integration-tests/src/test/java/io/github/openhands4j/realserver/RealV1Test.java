package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /** With a client that does not wait for its turn. */
  RealV1Test(RealServer server) {
    this(server, options -> options);
  }

  /** The same with options of its own. */
  RealV1Test(RealServer server, UnaryOperator<ClientOptionsBuilder> setUp) {
    this.server = server;
    world = new RealV1World(server);
    client = world.client(setUp);
  }

  /** The start that a call found, or nothing and the word that its outcome is unknown. */
  static Optional<Start> found(
      Supplier<Start> call, Consumer<StartOutcomeUnknownException> orElse) {
    try {
      return Optional.of(call.get());
    } catch (StartOutcomeUnknownException unknown) {
      orElse.accept(unknown);
      return Optional.empty();
    }
  }

  /** A start that is not ready is still starting, and says so. */
  static void assertNotReady(Start start) {
    assertThatThrownBy(() -> start.awaitReady(Duration.ofSeconds(15)))
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(start.handle());
              assertThat(e.lastState()).startsWith("start ").isNotEqualTo("start READY");
            });
  }

  @AfterEach
  void close() {
    world.close();
  }
}
