package io.github.openhands4j.agent;

import static io.github.openhands4j.agent.BashAnswers.STARTED;
import static io.github.openhands4j.agent.BashAnswers.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A command is started once, and its whole output is gathered. */
@Timeout(60)
class CommandTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static String piece(int order, @Nullable Integer exit, String out, String err) {
    return "{\"kind\":\"BashOutput\",\"id\":\"e%d\",\"command_id\":\"c1\",\"order\":%d,\"exit_code\":%s,\"stdout\":%s,\"stderr\":%s}"
        .formatted(order, order, exit, out, err);
  }

  /** Answers a start, then the pages in turn, the last one again and again. */
  private static AgentWorld world(Reply... pages) {
    Deque<Reply> left = new ArrayDeque<>(List.of(pages));
    return AgentWorld.with(
        new RecordingServer(
            request -> {
              if (request.method().equals("POST")) {
                return STARTED;
              }
              synchronized (left) {
                return left.size() > 1 ? left.poll() : left.peek();
              }
            }));
  }

  private static long starts(AgentWorld world) {
    return world.agent.requests().stream().filter(r -> r.method().equals("POST")).count();
  }

  @Test
  void wholeOutputComesInOrderHoweverItArrives() {
    try (AgentWorld world =
        world(
            page(null),
            page(null, piece(1, null, "\"b\"", "\"y\""), piece(0, null, "\"a\"", "null")),
            page("more", piece(1, null, "\"b\"", "\"y\""), piece(2, null, "\"c\"", "\"z\"")),
            page(null, piece(3, 7, "\"d\"", "null")))) {
      CommandResult result = world.server().run("make", "/w", LIMIT);

      assertThat(result).isEqualTo(new CommandResult(7, "abcd", "yz"));
      assertThat(result.succeeded()).isFalse();
      assertThat(result).hasToString("CommandResult[exitCode=7]");
      StubRequest start = world.agent.requests().get(0);
      assertThat(start.target()).isEqualTo("/api/bash/start_bash_command");
      assertThat(start.body()).isEqualTo("{\"command\":\"make\",\"cwd\":\"/w\",\"timeout\":30}");
      assertThat(world.agent.requests().get(1).target())
          .contains("command_id__eq=c1", "kind__eq=BashOutput", "sort_order=TIMESTAMP")
          .doesNotContain("order__gt");
      assertThat(world.agent.requests().get(3).target()).contains("order__gt=1");
      assertThat(world.agent.requests().get(4).target()).contains("page_id=more");
      assertThat(world.agent.requests()).hasSize(5);
    }
  }

  @Test
  void silentSuccessIsASuccess() {
    try (AgentWorld world = world(page(null, piece(0, 0, "null", "null")))) {
      assertThat(world.server().run("true", null, LIMIT)).isEqualTo(new CommandResult(0, "", ""));
      assertThat(world.agent.requests().get(0).body())
          .isEqualTo("{\"command\":\"true\",\"timeout\":30}");
    }
  }

  @Test
  void commandThatDoesNotEndIsLeftAtItsLimit() {
    Duration limit = Duration.ofMillis(400);
    try (AgentWorld world = world(page(null, piece(0, null, "\"a\"", "null")))) {
      assertThatThrownBy(() -> world.server().run("sleep 99", null, limit))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              e -> {
                assertThat(e.limit()).isEqualTo(limit);
                assertThat(e.requestMayHaveBeenSent()).isTrue();
              });
      assertThat(starts(world)).isEqualTo(1);
    }
  }

  @Test
  void startWhoseAnswerIsLostIsNotSentAgain() {
    try (AgentWorld world = AgentWorld.with(new RecordingServer(request -> null))) {
      assertThatThrownBy(() -> world.server().run("rm x", null, LIMIT))
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.requestMayHaveBeenSent()).isTrue());
      assertThat(starts(world)).isEqualTo(1);
    }
  }

  @Test
  void lostReadOfTheOutputIsRepeated() {
    Deque<Reply> left = new ArrayDeque<>(List.of(STARTED, Reply.json(503, "{}")));
    try (AgentWorld world =
        AgentWorld.with(
            new RecordingServer(
                request -> {
                  synchronized (left) {
                    return left.isEmpty() ? page(null, piece(0, 0, "\"a\"", "null")) : left.poll();
                  }
                }))) {
      assertThat(world.server().run("x", null, LIMIT).stdout()).isEqualTo("a");
      assertThat(starts(world)).isEqualTo(1);
    }
  }

  @Test
  void outputBeyondTheLimitIsAnError() {
    String large = "\"" + "x".repeat(700) + "\"";
    try (RecordingServer app = RecordingServer.answering(Reply.json("{}"));
        RecordingServer agent =
            new RecordingServer(
                request ->
                    request.method().equals("POST")
                        ? STARTED
                        : request.target().contains("order__gt")
                            ? page(null, piece(1, 0, large, "null"))
                            : page(null, piece(0, null, large, "null")));
        OpenHandsClient client =
            OpenHandsClient.create(AgentWorld.options(app).maxAnswerBytes(1024).build())) {
      assertThatThrownBy(
              () ->
                  client
                      .agentServer(
                          AgentWorld.conversation(agent.url().toString(), AgentWorld.SANDBOX_KEY))
                      .run("cat", null, LIMIT))
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("max-answer-bytes");
    }
  }

  @Test
  void limitOfNothingIsRefused() {
    try (AgentWorld world = world(page(null))) {
      assertThatThrownBy(() -> world.server().run("x", null, Duration.ZERO))
          .isInstanceOf(ConfigurationException.class);
      assertThat(world.agent.requests()).isEmpty();
    }
  }
}
