package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.AuthMode;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of a self-hosted server, which takes them in {@code X-Session-API-Key} only. */
class V1KeysIT extends RealV1Test {

  V1KeysIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "SESSION_KEY"})
  void keyIsTaken(AuthMode mode) {
    OpenHandsClient client = world.client(options -> options.auth(mode));

    assertThat(client.conversations().count(ConversationQuery.all())).isZero();
  }

  static Stream<Named<UnaryOperator<ClientOptionsBuilder>>> refused() {
    return Stream.of(
        Named.of("bearer", options -> options.auth(AuthMode.BEARER)),
        Named.of("wrong key", options -> options.apiKey("fake-wrong-key")),
        Named.of("no key", ClientOptionsBuilder::noApiKey));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedKeyIsToldAndNothingIsRepeated(UnaryOperator<ClientOptionsBuilder> options) {
    OpenHandsClient client = world.client(options);

    assertThatThrownBy(() -> client.conversations().count(ConversationQuery.all()))
        .isInstanceOf(UnauthorizedException.class)
        .hasMessageNotContainingAny(RealServer.KEY, "fake-wrong-key");
    assertThatThrownBy(() -> RealV1World.start(client, "SAY: hi"))
        .isInstanceOf(UnauthorizedException.class);

    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.proxy.count("GET", RealV1World.CONVERSATIONS + "/count")).isEqualTo(1);
    assertThat(world.conversations()).isEmpty();
  }
}
