package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.crash.DoomedProcess;
import io.github.openhands4j.crash.Halt;
import io.github.openhands4j.crash.HoldingRelay;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.OpenHandsClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process is killed between two steps of a start on a real server. */
class V1KilledProcessIT extends RealV1Test {

  @TempDir private Path directory;

  V1KilledProcessIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_A_RESOLVE")
  void startOfAKilledProcessWasSentOnceAtMostAndIsFoundIfTheServerHasIt(Halt halt)
      throws Exception {
    try (HoldingRelay relay = HoldingRelay.before(world.proxy.baseUrl(), halt)) {
      killAt(halt, relay);
      OpenHandsClient other = world.client(options -> after(halt, relay, options));

      List<Entry> entries = other.options().journal().entries();

      assertThat(entries).hasSize(halt.isWritten() ? 1 : 0);
      for (Entry entry : entries) {
        findOut(other.conversations(), entry.handle(), halt);
      }
      assertThat(world.starts()).isEqualTo(halt.isTaken() ? 1 : 0);
      assertThat(world.conversations()).hasSize(halt.isTaken() ? 1 : 0);
    }
  }

  /** What the server does not have is not looked for long. */
  private ClientOptionsBuilder after(Halt halt, HoldingRelay relay, ClientOptionsBuilder options) {
    options.baseUrl(relay.baseUrl()).journal(StartJournal.inDirectory(directory));
    return halt.isTaken() ? options : options.resolveTimeout(Duration.ofSeconds(4));
  }

  private void killAt(Halt halt, HoldingRelay relay) throws Exception {
    try (DoomedProcess process =
        new DoomedProcess(relay, RealServer.KEY, directory, halt, "SAY: hi")) {
      if (relay.holds()) {
        assertThat(relay.awaitHolding()).isTrue();
      } else {
        process.awaitHalt();
      }
      process.kill();
    }
  }

  private void findOut(Conversations conversations, StartHandle handle, Halt halt) {
    if (halt.isTaken()) {
      assertThat(conversations.resolve(handle).awaitReady()).isEqualTo(handle.conversationId());
      assertThat(world.startTasksOf(handle.conversationId())).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> conversations.resolve(handle))
          .isInstanceOfSatisfying(
              StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle));
      assertThat(conversations.unresolved()).containsExactly(handle);
    }
  }
}
