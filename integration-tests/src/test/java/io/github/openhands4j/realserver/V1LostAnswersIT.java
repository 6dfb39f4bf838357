package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.realserver.Fate.AnswerCut;
import io.github.openhands4j.realserver.Fate.AnsweredByGateway;
import io.github.openhands4j.realserver.Fate.Place;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that break off on their way, and gateways that answer in the place of the server. */
class V1LostAnswersIT extends RealV1Test {

  V1LostAnswersIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @ParameterizedTest
  @EnumSource
  void startWhoseAnswerBreaksOffIsFoundAndNotSentAgain(Place place) {
    world.proxy.next("POST", RealV1World.CONVERSATIONS, new AnswerCut(place));

    Start start = RealV1World.start(client, "SAY: hi");

    assertThat(start.recovered()).isTrue();
    assertThat(start.duplicates()).isEmpty();
    assertThat(start.conversationId()).contains(start.handle().conversationId());
    ConversationId id = start.awaitReady();
    assertThat(id).isEqualTo(start.handle().conversationId());
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(id);
  }

  @ParameterizedTest
  @EnumSource
  void readWhoseAnswerBreaksOffIsRepeated(Place place) {
    String path = RealV1World.CONVERSATIONS + "/count";
    world.proxy.next("GET", path, new AnswerCut(place));

    assertThat(client.conversations().count(ConversationQuery.all())).isZero();

    assertThat(world.proxy.count("GET", path)).isEqualTo(2);
  }

  @Test
  void messageWhoseAnswerBreaksOffIsFoundAndNotSentAgain() {
    ConversationId id = client.conversations().start(StartRequest.builder().build()).awaitReady();
    List<String> sent = new ArrayList<>();
    for (Place place : Place.values()) {
      String text = "SAY: " + place;
      sent.add(text);
      world.proxy.next("POST", RealV1World.MESSAGES, new AnswerCut(place));

      assertThat(client.conversations().sendMessage(id, text).success()).isTrue();

      assertThat(world.recordsOf(id).userMessages()).isEqualTo(sent);
    }
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(sent.size());
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void readsOfAWaitBreakOffAndTheWaitGoesOn() {
    Start start = RealV1World.start(client, "SAY: hi");
    for (Place place : Place.values()) {
      world.proxy.next("GET", RealV1World.TASKS, new AnswerCut(place));
    }

    assertThat(start.awaitReady()).isEqualTo(start.handle().conversationId());

    assertThat(world.proxy.count("GET", RealV1World.TASKS)).isGreaterThan(Place.values().length);
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void looksForAStartBreakOffAndTheStartIsFoundAllTheSame() {
    world.proxy.next("POST", RealV1World.CONVERSATIONS, Fate.answerLost());
    world.proxy.next("GET", RealV1World.TASK_SEARCH, Fate.answerLost());
    world.proxy.next(
        "GET", RealV1World.TASK_SEARCH, new AnsweredByGateway(502, Map.of(), "<html>bad</html>"));

    Start start = RealV1World.start(client, "SAY: hi");

    assertThat(start.recovered()).isTrue();
    assertThat(start.awaitReady()).isEqualTo(start.handle().conversationId());
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void startAnsweredByABusyGatewayIsUnknownAndNotSentAgain() {
    OpenHandsClient hasty = world.client(options -> options.resolveTimeout(Duration.ofSeconds(4)));
    for (int status : new int[] {503, 429}) {
      world.proxy.next(
          "POST",
          RealV1World.CONVERSATIONS,
          new AnsweredByGateway(
              status,
              Map.of("Content-Type", "text/html", "Retry-After", "0"),
              "<html>busy</html>"));
      int before = world.starts();

      assertThatThrownBy(() -> RealV1World.start(hasty, "SAY: hi"))
          .isInstanceOfSatisfying(
              StartOutcomeUnknownException.class,
              e ->
                  assertThatThrownBy(() -> hasty.conversations().resolve(e.handle()))
                      .isInstanceOf(StartOutcomeUnknownException.class));

      assertThat(world.starts()).isEqualTo(before + 1);
    }
    assertThat(world.conversations()).isEmpty();
  }

  @Test
  void startRefusedByTheServersOwnRateLimitIsSentAgain() {
    world.proxy.next(
        "POST",
        RealV1World.CONVERSATIONS,
        new AnsweredByGateway(
            429,
            Map.of("Content-Type", "application/json", "Retry-After", "1"),
            "{\"message\":\"Too many requests\"}"));

    Start start = RealV1World.start(client, "SAY: hi");

    assertThat(start.recovered()).isFalse();
    assertThat(world.starts()).isEqualTo(2);
    assertThat(world.conversations()).doesNotHaveDuplicates();
    assertThat(start.awaitReady()).isEqualTo(start.handle().conversationId());
    assertThat(world.conversations()).containsExactly(start.handle().conversationId());
  }
}
