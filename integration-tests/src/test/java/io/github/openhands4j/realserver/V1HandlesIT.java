package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A start that another process takes over by its handle. */
class V1HandlesIT extends RealV1Test {

  private final OpenHandsClient other;

  V1HandlesIT(@On(ServerKind.V1) RealServer server) {
    super(server);
    other = world.client();
  }

  private static StartHandle written(Start start) {
    return StartHandle.parse(start.handle().toString());
  }

  @Test
  void startIsFoundByItsHandleWhileItStartsAndWhenItIsReady() {
    Start start = RealV1World.start(client, "FINISH: hello");

    Start early = other.conversations().resolve(written(start));
    ConversationId id = early.awaitReady();
    Start late = other.conversations().resolve(written(start));

    assertThat(early.recovered()).isTrue();
    assertThat(late.awaitReady()).isEqualTo(id).isEqualTo(start.awaitReady());
    assertThat(late.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(id);
  }

  @Test
  void jobOfAClosedClientGoesOnAndIsFound() {
    Start start = RealV1World.start(client, "UNTIL: client closed\nFINISH: hello");
    var wait = start.awaitFinishedAsync(RealV1World.LONG).toCompletableFuture();

    client.close();

    assertThatThrownBy(wait::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.handle()).contains(start.handle()));
    server.open("client closed");
    assertThat(
            other.conversations().resolve(written(start)).awaitFinished(RealV1World.LONG).outcome())
        .isEqualTo(Outcome.FINISHED);
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void startThatFailedIsFoundAsFailed() {
    Start start =
        client.conversations().start(StartRequest.builder().repository("octo/denied").build());
    world.settle();

    Start found = other.conversations().resolve(written(start));

    assertThat(found.startTask().orElseThrow().status()).hasToString("ERROR");
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void deletedConversationIsNotFoundByItsHandle() {
    Start start = RealV1World.start(client, "SAY: hi");
    assertThat(client.conversations().delete(start.awaitReady())).isTrue();

    OpenHandsClient hasty = world.client(options -> options.resolveTimeout(Duration.ofSeconds(4)));
    assertThatThrownBy(() -> hasty.conversations().resolve(written(start)))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class,
            e -> assertThat(e.handle()).isEqualTo(start.handle()));
    assertThat(world.starts()).isEqualTo(1);
  }
}
