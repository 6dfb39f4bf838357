package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A connection that breaks while the server works on a start. Whether the start is carried out is
 * chance; that the caller is told the truth is not.
 */
class V1AbortedStartIT extends RealV1Test {

  V1AbortedStartIT(@On(ServerKind.V1) RealServer server) {
    super(server, options -> options.resolveTimeout(Duration.ofSeconds(6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 50, 200})
  void callerOfAnAbortedStartIsToldWhatIsTrue(int millis) {
    world.proxy.next(
        "POST", RealV1World.CONVERSATIONS, new Fate.AbortedAfter(Duration.ofMillis(millis)));
    StartHandle[] handle = new StartHandle[1];

    Optional<Start> told =
        found(() -> RealV1World.start(client, "SAY: hi"), unknown -> handle[0] = unknown.handle());
    told.ifPresent(start -> handle[0] = start.handle());
    assertThat(told.stream()).allMatch(Start::recovered); // no answer came through
    Optional<ConversationId> ready = told.map(Start::awaitReady);
    world.settle();

    List<ConversationId> there = world.conversations();
    // what is there must be found, however long that takes
    OpenHandsClient resolver = there.isEmpty() ? client : world.client();
    Optional<ConversationId> later =
        found(() -> resolver.conversations().resolve(handle[0]), unknown -> {})
            .map(Start::awaitReady);
    assertThat(there).hasSizeLessThan(2);
    assertThat(later.stream().toList()).isEqualTo(there);
    assertThat(there).allMatch(handle[0].conversationId()::equals);
    ready.ifPresent(id -> assertThat(there).containsExactly(id));
    assertThat(world.starts()).isEqualTo(1);
  }
}
