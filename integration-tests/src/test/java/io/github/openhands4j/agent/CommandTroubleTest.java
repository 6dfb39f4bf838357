package io.github.openhands4j.agent;

import static io.github.openhands4j.agent.BashAnswers.STARTED;
import static io.github.openhands4j.agent.BashAnswers.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that was sent is neither lost nor said not to be sent, whatever its polls meet. */
@Timeout(60)
class CommandTroubleTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Reply DROPPED = Reply.json(0, "the connection is closed in its place");
  private static final Reply RUNNING = page(null);
  private static final Reply ENDED = page(null, piece(0, 0, "a"));

  private final ManualTime time = new ManualTime();

  private static String piece(int order, @Nullable Integer exit, String out) {
    return "{\"kind\":\"BashOutput\",\"id\":\"e%d\",\"command_id\":\"c1\",\"order\":%d,\"exit_code\":%s,\"stdout\":\"%s\"}"
        .formatted(order, order, exit, out);
  }

  /** A server that starts a command, and answers its polls in turn, the last way for ever. */
  private static RecordingServer polledWith(Reply... polls) {
    Deque<Reply> left = new ArrayDeque<>(List.of(polls));
    return startingThen(
        request -> {
          synchronized (left) {
            Reply next = left.size() > 1 ? left.remove() : left.element();
            return next.equals(DROPPED) ? null : next;
          }
        });
  }

  private static RecordingServer startingThen(Function<StubRequest, @Nullable Reply> poll) {
    return new RecordingServer(
        request -> request.method().equals("POST") ? STARTED : poll.apply(request));
  }

  private static List<StubRequest> polls(RecordingServer agent) {
    return agent.requests().stream().filter(each -> each.method().equals("GET")).toList();
  }

  private static void startedOnce(RecordingServer agent) {
    assertThat(agent.requests()).filteredOn(each -> each.method().equals("POST")).hasSize(1);
  }

  @Test
  void troubleOnTheWayToTheOutputIsWaitedOut() {
    Reply page = Reply.file("text/html", "<html>one moment</html>");
    Reply[] polls =
        Stream.of(
                Collections.nCopies(9, DROPPED),
                Collections.nCopies(9, Reply.json(502, "bad gateway")),
                List.of(page, Reply.json("{\"items\":7}"), ENDED))
            .flatMap(List::stream)
            .toArray(Reply[]::new);
    try (RecordingServer agent = polledWith(polls);
        AgentWorld world = AgentWorld.with(agent, time)) {
      assertThat(world.server().run("make", null, LIMIT)).isEqualTo(new CommandResult(0, "a", ""));
      assertThat(polls(agent)).hasSize(polls.length);
      startedOnce(agent);
    }
  }

  @Test
  void commandWhoseServerIsNotReachedAnyMoreMayBeRunning() {
    AtomicReference<@Nullable RecordingServer> self = new AtomicReference<>();
    try (RecordingServer agent =
            startingThen(
                request -> {
                  RecordingServer here = self.get();
                  if (here != null) {
                    here.close();
                  }
                  return null;
                });
        AgentWorld world = AgentWorld.with(agent, time)) {
      self.set(agent);
      assertThatThrownBy(() -> world.server().run("deploy", null, LIMIT))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> {
                assertThat(late.limit()).isEqualTo(LIMIT);
                assertThat(late.requestMayHaveBeenSent()).isTrue();
                assertThat(late.getCause())
                    .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.requestMayHaveBeenSent()).isFalse());
              });
      startedOnce(agent);
    }
  }

  @Test
  void commandOfAViewEndsWithItsDeadlineAndMayBeRunning() {
    try (RecordingServer agent = polledWith(RUNNING);
        AgentWorld world = AgentWorld.with(agent, time)) {
      OpenHandsClient view =
          world.client.withOptions(options -> options.deadline(time.now().plusSeconds(5)));
      long begun = time.nanoTime();

      assertThatThrownBy(() -> world.server(view).run("deploy", null, LIMIT))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> assertThat(late.requestMayHaveBeenSent()).isTrue());
      assertThat(Duration.ofNanos(time.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
      startedOnce(agent);
    }
  }

  @Test
  void closingTheClientSaysThatTheCommandMayBeRunning() {
    try (RecordingServer agent = polledWith(RUNNING);
        AgentWorld world = AgentWorld.with(agent, time)) {
      time.onSleep(1, world.client::close);

      endsAsSent(world, ClientClosedException.class);
      assertThat(polls(agent)).hasSize(1);
    }
  }

  @Test
  void interruptSaysThatTheCommandMayBeRunning() {
    try (RecordingServer agent = polledWith(RUNNING);
        AgentWorld world = AgentWorld.with(agent, time)) {
      time.onSleep(1, Thread.currentThread()::interrupt);

      endsAsSent(world, CallInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(polls(agent)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 422})
  void refusalIsNotWaitedOut(int status) {
    try (RecordingServer agent = polledWith(Reply.json(status, "{\"detail\":\"no\"}"));
        AgentWorld world = AgentWorld.with(agent, time)) {
      endsAsSent(world, ApiException.class);
      assertThat(polls(agent)).hasSize(1);
    }
  }

  private static void endsAsSent(AgentWorld world, Class<? extends OpenHandsException> type) {
    assertThatThrownBy(() -> world.server().run("deploy", null, LIMIT))
        .isInstanceOf(type)
        .isInstanceOfSatisfying(
            OpenHandsException.class, e -> assertThat(e.requestMayHaveBeenSent()).isTrue());
    startedOnce(world.agent);
  }

  /** In real time, since it is the transport that ends a poll. */
  @Test
  void pollThatHangsHasTheTimeOfARead() {
    try (RecordingServer agent = polledWith(Reply.begun("{"), Reply.begun("{"), ENDED);
        RecordingServer app = RecordingServer.answering(Reply.json("{}"));
        OpenHandsClient client =
            OpenHandsClient.create(
                AgentWorld.options(app).readTimeout(Duration.ofMillis(300)).build())) {
      CommandResult result =
          client
              .agentServer(AgentWorld.conversation(agent.url().toString(), AgentWorld.SANDBOX_KEY))
              .run("make", null, Duration.ofSeconds(8));

      assertThat(result.stdout()).isEqualTo("a");
      startedOnce(agent);
    }
  }

  @Test
  void piecesOfAReadThatFailedHalfWayAreAskedForAgain() {
    Reply lost = Reply.json(502, "bad gateway");
    Reply[] polls = {
      page("more", piece(0, null, "a"), piece(2, 0, "c")),
      lost,
      lost,
      lost,
      page("more", piece(0, null, "a"), piece(2, 0, "c")),
      page(null, piece(1, null, "b"))
    };
    try (RecordingServer agent = polledWith(polls);
        AgentWorld world = AgentWorld.with(agent, time)) {
      assertThat(world.server().run("make", null, LIMIT).stdout()).isEqualTo("abc");
      assertThat(Arrays.asList(polls)).hasSameSizeAs(polls(agent));
      assertThat(polls(agent)).noneMatch(each -> each.target().contains("order__gt"));
    }
  }
}
