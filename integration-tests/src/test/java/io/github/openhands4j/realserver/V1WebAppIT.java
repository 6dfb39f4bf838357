package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers with and without the web app, which answers every path that is not the API's. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1WebAppIT {

  private static final String ELSEWHERE = "/elsewhere";

  @Test
  void mainJobRunsBesideTheWebApp(@On(ServerKind.V1_WITH_WEB_APP) RealServer server) {
    try (RealV1World world = new RealV1World(server)) {
      Conversation end =
          RealV1World.start(world.client(), "FINISH: hello").awaitFinished(RealV1World.LONG);

      assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
      assertThat(world.starts()).isEqualTo(1);
      assertThat(world.conversations()).containsExactly(end.id());
    }
  }

  @Test
  void webAppInThePlaceOfTheApiIsTold(@On(ServerKind.V1_WITH_WEB_APP) RealServer server) {
    try (RealV1World world = new RealV1World(server)) {
      OpenHandsClient client = elsewhere(world);

      assertThatThrownBy(() -> client.conversations().count(ConversationQuery.all()))
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML));
      assertThatThrownBy(() -> RealV1World.start(client, "SAY: hi"))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(405));

      assertThat(world.proxy.count("POST", ".*")).isEqualTo(1);
      assertThat(world.proxy.count("GET", ".*")).isEqualTo(1);
      assertThat(world.conversations()).isEmpty();
    }
  }

  @Test
  void pathThatIsNotTheApisIsToldWithoutAWebApp(@On(ServerKind.V1) RealServer server) {
    try (RealV1World world = new RealV1World(server)) {
      OpenHandsClient client = elsewhere(world);

      assertThatThrownBy(() -> client.conversations().count(ConversationQuery.all()))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> RealV1World.start(client, "SAY: hi"))
          .isInstanceOf(NotFoundException.class);

      assertThat(world.proxy.count("POST", ".*")).isEqualTo(1);
      assertThat(world.proxy.count("GET", ".*")).isEqualTo(1);
      assertThat(world.conversations()).isEmpty();
    }
  }

  private static OpenHandsClient elsewhere(RealV1World world) {
    return world.client(options -> options.baseUrl(URI.create(world.proxy.baseUrl() + ELSEWHERE)));
  }
}
