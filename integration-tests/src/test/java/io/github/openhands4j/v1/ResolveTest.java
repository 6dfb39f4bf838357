package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding out what became of a start, by its handle alone. */
class ResolveTest {

  /** As many starts are made at a time. */
  private static final int MOST_THREADS = 16;

  private final V1World world = new V1World();

  @AfterEach
  void close() {
    world.close();
  }

  private Conversations other() {
    return world.client(new ManualTime()).conversations();
  }

  @Test
  void handleIsResolvedByAnotherClientFromItsText() {
    Start start = other().start(V1World.request());
    StartHandle read = StartHandle.parse(start.handle().toString());

    Start resolved = other().resolve(read);

    assertThat(read).isEqualTo(start.handle());
    assertThat(resolved.conversationId()).isEqualTo(start.conversationId());
    assertThat(resolved.startTask().map(AppConversationStartTask::id))
        .isEqualTo(start.startTask().map(AppConversationStartTask::id));
    assertThat(resolved.recovered()).isTrue();
    assertThat(resolved.duplicates()).isEmpty();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void resolvedStartCanBeWaitedFor() {
    Start start = other().start(V1World.request());
    world.settle();
    Start resolved = world.client().conversations().resolve(start.handle());

    assertThat(resolved.awaitReady(V1World.LONG)).isEqualTo(start.handle().conversationId());
  }

  @Test
  void startWhoseTaskIsGoneIsFoundByItsConversation() {
    Start start = other().start(V1World.request());
    world.settle();
    world.server.startTasks().get(0).vanish();
    Start resolved = world.client().conversations().resolve(start.handle());

    assertThat(resolved.startTask()).isEmpty();
    assertThat(resolved.awaitReady(V1World.LONG)).isEqualTo(start.handle().conversationId());
  }

  @Test
  void unknownOutcomeIsResolvedAsSoonAsTheServerKnowsTheStart() {
    // the start is taken after the last look of the client that sent it
    world.server.disturbNextStart(Disturbance.takenAfter(15).dropConnection());
    Conversations sender = other();
    StartHandle handle =
        catchThrowableOfType(
                StartOutcomeUnknownException.class, () -> sender.start(V1World.request()))
            .handle();

    assertThat(other().resolve(handle).conversationId()).contains(handle.conversationId());
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void startThatTheServerNeverGotStaysUnknownAndNothingIsSent() {
    StartHandle handle =
        new StartHandle(
            ConversationId.random(), world.server.baseUrl(), Instant.now(), "0123456789abcdef");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> other().resolve(handle))
          .isInstanceOfSatisfying(
              StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle));
    }
    assertThat(world.server.journal().count("POST", ".*")).isZero();
  }

  @Test
  void handleOfAnAsynchronousStartIsThereAtOnce() throws Exception {
    PendingStart pending = world.client().conversations().startAsync(V1World.request());

    Start start = pending.outcome().toCompletableFuture().get();

    assertThat(pending.handle()).isEqualTo(start.handle());
    assertThat(start.conversationId()).contains(pending.handle().conversationId());
  }

  @Test
  void asynchronousStartFailsWithTheVeryExceptionOfAStart() throws Exception {
    world.server.disturbNextStart(Disturbance.takenAfter(15).dropConnection());

    PendingStart pending = other().startAsync(V1World.request());
    Throwable seen =
        pending.outcome().handle((start, failure) -> failure).toCompletableFuture().get();

    assertThat(seen)
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class,
            e -> assertThat(e.handle()).isEqualTo(pending.handle()));
  }

  @Test
  @Timeout(60)
  void startWhoseStageWasCanceledBeforeItsTurnIsMadeAllTheSame() {
    int starts = MOST_THREADS + 1;
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch made = new CountDownLatch(starts);
    StartJournal slow =
        new StartJournal() {
          @Override
          public void write(Entry entry) {
            if (entry.state() == State.BEGUN) {
              await(release);
            } else {
              made.countDown();
            }
          }

          @Override
          public List<Entry> entries() {
            return List.of();
          }
        };
    Conversations conversations = world.client(o -> o.journal(slow)).conversations();
    PendingStart last = null;
    for (int start = 0; start < starts; start++) {
      last = conversations.startAsync(V1World.request());
    }

    Objects.requireNonNull(last).outcome().toCompletableFuture().cancel(true);
    release.countDown();
    await(made);

    assertThat(world.server.journal().starts()).isEqualTo(starts);
    assertThat(other().resolve(last.handle()).conversationId())
        .contains(last.handle().conversationId());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void handleThatTheKeyMayNotAskForIsAskedForOnce(int status) {
    ManualTime time = new ManualTime();
    StartHandle handle = other().start(V1World.request()).handle();
    for (String path : List.of(V1World.TASKS + "/search", V1World.CONVERSATIONS)) {
      for (int request = 0; request < 10; request++) {
        world.server.disturbNext("GET", path, Disturbance.notTaken().answer(status));
      }
    }

    assertThatThrownBy(() -> world.client(time).conversations().resolve(handle))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(handle);
              assertThat(e.lookedInVain()).isFalse();
              assertThat(e.getCause())
                  .isInstanceOfSatisfying(
                      ApiException.class, cause -> assertThat(cause.status()).isEqualTo(status));
            });
    assertThat(time.slept()).isZero();
    assertThat(world.server.journal().count("GET", ".*")).isEqualTo(2);
  }

  @Test
  void conversationThatNobodyHereStartedIsNotWrittenDownWhenItIsResolved() {
    ConversationId id = world.running(world.client(new ManualTime()));
    StartJournal journal = StartJournal.inMemory();
    OpenHandsClient reader = world.client(o -> o.journal(journal));
    Conversation conversation = reader.conversation(id).orElseThrow();
    StartHandle handle =
        catchThrowableOfType(
                WaitTimeoutException.class, () -> conversation.awaitFinished(Duration.ofMillis(1)))
            .handle();

    assertThat(reader.conversations().resolve(handle).conversationId()).contains(id);
    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void startsOfUnknownOutcomeAreFoundInTheJournalByAnotherProcess(@TempDir Path directory) {
    Conversations dying = withJournal(directory);
    dying.start(V1World.request());
    world.server.disturbNextStart(Disturbance.takenAfter(15).dropConnection());
    StartHandle lost =
        catchThrowableOfType(
                StartOutcomeUnknownException.class, () -> dying.start(V1World.request()))
            .handle();
    Conversations next = withJournal(directory);

    assertThat(next.unresolved()).containsExactly(lost);
    assertThat(next.resolve(lost).conversationId()).contains(lost.conversationId());
    assertThat(next.unresolved()).isEmpty();
    assertThat(world.server.journal().starts()).isEqualTo(2);
  }

  @Test
  void startsOnOtherServersAreNotAmongTheUnresolved(@TempDir Path directory) {
    StartHandle elsewhere =
        new StartHandle(
            ConversationId.random(),
            URI.create("http://127.0.0.1:1"),
            Instant.now(),
            "0123456789abcdef");
    StartJournal.inDirectory(directory)
        .write(new StartJournal.Entry(elsewhere, StartJournal.State.BEGUN));

    assertThat(withJournal(directory).unresolved()).isEmpty();
  }

  @Test
  void startsBelowAnotherPathOfTheHostAreStartsOnAnotherServer() {
    StartJournal journal = StartJournal.inMemory();
    Conversations a = below("/a", journal);
    Conversations b = below("/b", journal);
    world.server.disturbNext(
        "POST", "/a" + V1World.CONVERSATIONS, Disturbance.notTaken().dropConnection());
    StartHandle handle =
        catchThrowableOfType(StartOutcomeUnknownException.class, () -> a.start(V1World.request()))
            .handle();
    int requests = world.server.journal().requests().size();

    assertThat(a.unresolved()).containsExactly(handle);
    assertThat(b.unresolved()).isEmpty();
    assertThat(below("", journal).unresolved()).isEmpty();
    assertThatThrownBy(() -> b.resolve(handle))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_REFUSED))
        .hasMessageContaining(world.server.baseUrl() + "/a")
        .hasMessageContaining(world.server.baseUrl() + "/b");
    assertThat(world.server.journal().requests()).hasSize(requests);
  }

  @Test
  void handleWithoutAPathIsAskedForBelowEachPath() {
    StartJournal journal = StartJournal.inMemory();
    StartHandle handle =
        new StartHandle(
            ConversationId.random(), world.server.baseUrl(), Instant.now(), "0123456789abcdef");
    journal.write(new StartJournal.Entry(handle, StartJournal.State.BEGUN));
    for (int look = 0; look < 10; look++) {
      answerBelow("/a", V1World.TASKS + "/search", "{\"items\":[],\"next_page_id\":null}");
      answerBelow("/a", V1World.CONVERSATIONS, "[null]");
    }
    Conversations a = below("/a", journal);

    assertThat(a.unresolved()).containsExactly(handle);
    assertThatThrownBy(() -> a.resolve(handle))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.lookedInVain()).isFalse())
        .hasMessageContaining("names no path");
    assertThatThrownBy(() -> below("", journal).resolve(handle))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.lookedInVain()).isTrue());
  }

  private void answerBelow(String prefix, String path, String body) {
    world.server.disturbNext(
        "GET", prefix + path, Disturbance.notTaken().answer(200, "application/json", body));
  }

  private Conversations below(String path, StartJournal journal) {
    return world
        .client(
            URI.create(world.server.baseUrl() + path),
            new ManualTime(),
            options -> options.journal(journal))
        .conversations();
  }

  private Conversations withJournal(Path directory) {
    return world
        .client(new ManualTime(), options -> options.journal(StartJournal.inDirectory(directory)))
        .conversations();
  }

  @Test
  void handleOfAnotherServerIsRefusedBeforeAnythingIsAsked() {
    StartHandle handle = other().start(V1World.request()).handle();
    Conversations elsewhere =
        world.client(URI.create("http://127.0.0.1:1"), new ManualTime(), o -> o).conversations();

    assertThatThrownBy(() -> elsewhere.resolve(handle))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(handle.origin().toString());
  }

  @Test
  void resolveEndsWithinItsTimeWhenNothingCanBeAsked() {
    ManualTime time = new ManualTime();
    StartHandle handle = other().start(V1World.request()).handle();
    Conversations resolver =
        world
            .client(time, options -> options.resolveTimeout(Duration.ofSeconds(10)))
            .conversations();
    for (int i = 0; i < 100; i++) {
      world.server.disturbNext(
          "GET", V1World.TASKS + "/search", Disturbance.notTaken().answer(502));
    }

    assertThatThrownBy(() -> resolver.resolve(handle))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle));
    assertThat(time.slept()).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  @Row(value = FaultRow.PAGES_SHIFT, columns = Column.GET)
  @Row(value = FaultRow.SAME_TIMES, columns = Column.GET)
  void taskThatComesTwiceBecausePagesShiftedIsNoDuplicate() {
    Conversations conversations = other();
    StartHandle handle = conversations.start(V1World.request()).handle();
    String row =
        "{\"id\":\"%s\",\"status\":\"WORKING\",\"request\":{\"conversation_id\":\"%s\"}}"
            .formatted(world.server.startTasks().get(0).id(), handle.conversationId());
    for (String next : new String[] {"\"1\"", "null"}) {
      world.nextTaskPage(row, next);
    }

    assertThat(conversations.resolve(handle).duplicates()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Row(value = FaultRow.PAGES_LOOP, columns = Column.GET)
  void pagesThatNeverEndDoNotHoldTheSearchUp(int circle) {
    Conversations conversations = other();
    StartHandle handle = conversations.start(V1World.request()).handle();
    world.nextTaskPage("", "\"1\""); // the newest
    for (int page = 0; page <= circle; page++) {
      world.nextTaskPage("", "\"" + (page % circle + 1) + "\"");
    }

    assertThat(conversations.resolve(handle).recovered()).isTrue();
    assertThat(world.server.journal().count("GET", V1World.TASKS + "/search"))
        .as("the newest, each page until one leads back, and the newest of the next look")
        .isEqualTo(1 + circle + 1 + 1);
  }
}
