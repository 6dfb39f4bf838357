package io.github.openhands4j.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process is killed between two steps of a start; another one reads its journal. */
@Timeout(60)
class KilledProcessTest {

  private static final String KEY = "sk-test-not-a-key";

  private final OpenHandsSimulator server = OpenHandsSimulator.builder().apiKey(KEY).start();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_A_RESOLVE")
  void startOfAKilledProcessWasSentOnceAtMostAndIsFoundIfTheServerHasIt(Halt halt)
      throws Exception {
    try (HoldingRelay relay = HoldingRelay.before(server.baseUrl(), halt)) {
      killAt(halt, relay);

      assertThat(server.startTasks()).hasSize(halt.isTaken() ? 1 : 0);
      try (OpenHandsClient other = client(relay)) {
        List<Entry> entries = other.options().journal().entries();
        assertThat(entries).hasSize(halt.isWritten() ? 1 : 0);
        for (Entry entry : entries) {
          findOut(other, entry, halt);
        }
      }
      assertThat(server.journal().starts()).isEqualTo(halt.isTaken() ? 1 : 0);
      assertThat(server.startTasks()).hasSize(halt.isTaken() ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"IN_A_RESOLVE", "BEFORE_THE_OUTCOME_IS_WRITTEN_DOWN", "BEFORE_THE_CALLER_IS_TOLD"})
  void startWhoseFinderIsKilledTooIsFoundByTheNextOne(Halt halt) throws Exception {
    try (HoldingRelay relay = HoldingRelay.before(server.baseUrl(), Halt.BEFORE_THE_ANSWER)) {
      killAt(Halt.BEFORE_THE_ANSWER, relay);
      relay.holdBefore(halt);
      try (DoomedProcess finder = DoomedProcess.resolving(relay, KEY, directory, halt)) {
        kill(finder, relay);
      }
      try (OpenHandsClient other = client(relay)) {
        List<Entry> entries = other.options().journal().entries();
        assertThat(entries).hasSize(1);
        findOut(other, entries.get(0), halt);
      }
    }
    assertThat(server.journal().starts()).isEqualTo(1);
    assertThat(server.startTasks()).hasSize(1);
  }

  private void killAt(Halt halt, HoldingRelay relay) throws Exception {
    try (DoomedProcess process = new DoomedProcess(relay, KEY, directory, halt, "Fix the README")) {
      kill(process, relay);
    }
  }

  private static void kill(DoomedProcess process, HoldingRelay relay) throws Exception {
    if (relay.holds()) {
      assertThat(relay.awaitHolding()).isTrue();
    } else {
      process.awaitHalt();
    }
    process.kill();
  }

  private OpenHandsClient client(HoldingRelay relay) {
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl(relay.baseUrl())
            .apiKey(KEY)
            .journal(StartJournal.inDirectory(directory))
            .build();
    return new DefaultOpenHandsClient(options, new ManualTime(), () -> 0.5);
  }

  private void findOut(OpenHandsClient client, Entry entry, Halt halt) {
    StartHandle handle = entry.handle();
    boolean done = halt == Halt.BEFORE_THE_CALLER_IS_TOLD;
    assertThat(entry.state()).isEqualTo(done ? State.TAKEN : State.BEGUN);
    assertThat(client.conversations().unresolved()).isEqualTo(done ? List.of() : List.of(handle));
    if (!halt.isTaken()) {
      assertThatThrownBy(() -> client.conversations().resolve(handle))
          .isInstanceOfSatisfying(
              StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle));
      assertThat(client.conversations().unresolved()).containsExactly(handle);
      return;
    }
    Start found = client.conversations().resolve(handle);
    assertThat(found.conversationId()).contains(handle.conversationId());
    assertThat(found.startTask().map(AppConversationStartTask::id))
        .hasValueSatisfying(id -> assertThat(id).hasToString(server.startTasks().get(0).id()));
    assertThat(found.duplicates()).isEmpty();
    assertThat(client.conversations().unresolved()).isEmpty();
  }
}
