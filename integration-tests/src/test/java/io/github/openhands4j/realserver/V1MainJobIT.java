package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** From a start to the end of its run. */
class V1MainJobIT extends RealV1Test {

  V1MainJobIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @Test
  void jobIsStartedOnceAndSeenToItsEnd() {
    List<String> told = new CopyOnWriteArrayList<>();

    Start start = RealV1World.start(client, "FINISH: hello");
    Conversation end = start.awaitFinished(RealV1World.LONG, p -> told.add(p.toString()));

    assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(end.link()).hasToString(world.proxy.baseUrl() + "/conversations/" + end.id());
    assertThat(told).doesNotHaveDuplicates().first().asString().startsWith("start ");
    assertThat(told).endsWith("sandbox RUNNING, agent finished");
    assertThat(start.conversationId()).contains(end.id());
    assertThat(start.handle().conversationId()).isEqualTo(end.id());
    assertThat(start.startTask().orElseThrow().status())
        .isEqualTo(AppConversationStartTaskStatus.WORKING);
    assertThat(start.recovered()).isFalse();
    assertThat(start.duplicates()).isEmpty();
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(end.id());
    assertThat(world.recordsOf(end.id()).userMessages()).containsExactly("FINISH: hello");
  }

  @Test
  void asynchronousJobIsSeenToItsEnd() throws Exception {
    Conversation end =
        client
            .conversations()
            .startAsync(StartRequest.builder().message("FINISH: hello").build())
            .outcome()
            .thenCompose(
                start ->
                    start
                        .awaitReadyAsync(RealV1World.LONG)
                        .thenCompose(ready -> start.awaitFinishedAsync(RealV1World.LONG)))
            .toCompletableFuture()
            .get();

    assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(end.id());
  }

  @Test
  void startWithoutMessageWaitsForOne() {
    Start start = client.conversations().start(StartRequest.builder().build());
    ConversationId id = start.awaitReady();
    assertThat(client.conversations().get(id).orElseThrow().executionStatus()).hasToString("idle");

    client.conversations().sendMessage(id, "FINISH: now");

    assertThat(start.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.recordsOf(id).userMessages()).containsExactly("FINISH: now");
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(1);
  }

  @Test
  void repositoryIsClonedIntoTheSandbox() {
    Conversation end =
        client
            .conversations()
            .start(
                StartRequest.builder()
                    .repository("octo/app")
                    .message("RUN: pwd; git log --format=%s")
                    .build())
            .awaitFinished(RealV1World.LONG);

    assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(end.state().selectedRepository()).isEqualTo("octo/app");
    assertThat(world.recordsOf(end.id()).all("ObservationEvent")).contains("First");
  }

  @Test
  void refusedRepositoryFailsTheStartWithTheServersReason() {
    Start start =
        client
            .conversations()
            .start(StartRequest.builder().repository("octo/denied").message("SAY: hi").build());

    for (Runnable wait :
        List.<Runnable>of(start::awaitReady, () -> start.awaitFinished(RealV1World.LONG))) {
      assertThatThrownBy(wait::run)
          .isInstanceOfSatisfying(
              StartFailedException.class,
              e -> {
                assertThat(e.detail().orElseThrow()).contains("Git provider authentication issue");
                assertThat(e.handle()).isEqualTo(start.handle());
              });
    }
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.conversations()).isEmpty();
  }

  @Test
  void secretOfTheStartIsInTheSandboxAndNotInTheEcho() {
    Conversation end =
        client
            .conversations()
            .start(
                StartRequest.builder()
                    .secret("GREETING", "fake-secret-value")
                    .message("RUN: echo length ${#GREETING}")
                    .build())
            .awaitFinished(RealV1World.LONG);

    assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.recordsOf(end.id()).all("ObservationEvent")).contains("length 17");
    assertThat(world.direct().get(RealV1World.TASK_SEARCH).toString())
        .contains("GREETING")
        .doesNotContain("fake-secret-value");
  }
}
