package io.github.openhands4j.v1.internal.poll;

import static io.github.openhands4j.v1.testing.Samples.conversation;
import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static io.github.openhands4j.v1.testing.Samples.taskId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A listener is told of news, in the order in which a start goes on. */
class ProgressNewsTest {

  private static final List<String> PHASES =
      List.of(
          "WORKING",
          "WAITING_FOR_SANDBOX",
          "PREPARING_REPOSITORY",
          "RUNNING_SETUP_SCRIPT",
          "SETTING_UP_GIT_HOOKS",
          "SETTING_UP_SKILLS",
          "STARTING_CONVERSATION");

  private static final int LONGEST = 4;

  private final List<String> told = new ArrayList<>();
  private int reads;
  private @Nullable Verdict end;
  private PollCore core = new PollCore(new ReadBudget(60), new Stirs());

  private void waitAnew(Goal goal) {
    told.clear();
    reads = 0;
    end = null;
    core = new PollCore(new ReadBudget(60), new Stirs());
    WaitState state =
        goal == Goal.READY
            ? WaitState.of(goal, taskId(1), conversationId(1))
            : WaitState.of(goal, null, conversationId(1));
    core.add(1, new Wait(handle(1), Duration.ofHours(1), 0, state, null));
  }

  private void hear(List<PollAction> actions) {
    for (PollAction action : actions) {
      if (action instanceof PollAction.Report report) {
        told.add(report.progress().toString().replace("start ", ""));
      } else if (action instanceof PollAction.Conclude conclude) {
        end = conclude.verdict();
      }
    }
  }

  private void read(AppConversationStartTask row) {
    hear(core.tasksRead(List.of(taskId(1)), new BatchAnswer<>(List.of(row), Map.of()), ++reads));
  }

  private void read(@Nullable String sandbox, @Nullable String agent) {
    AppConversation row =
        conversation(1)
            .sandboxStatus(sandbox == null ? null : SandboxStatus.of(sandbox))
            .executionStatus(agent == null ? null : ConversationExecutionStatus.of(agent))
            .build();
    reads++;
    hear(
        core.conversationsRead(
            List.of(conversationId(1)), new BatchAnswer<>(List.of(row), Map.of()), reads, reads));
  }

  private static AppConversationStartTask row(@Nullable String status, @Nullable Instant at) {
    return task(1, AppConversationStartTaskStatus.WORKING, conversationId(1))
        .status(status == null ? null : AppConversationStartTaskStatus.of(status))
        .updatedAt(at)
        .build();
  }

  private void readOrderThenReady(List<String> order) {
    waitAnew(Goal.READY);
    order.forEach(word -> read(row(word.isEmpty() ? null : word, null)));
    assertThat(end).as("after %s", order).isNull();
    read(
        task(1, AppConversationStartTaskStatus.READY, conversationId(1))
            .appConversationId(conversationId(1))
            .build());

    assertThat(end).as("after %s", order).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(told).as("told in %s", order).doesNotHaveDuplicates().endsWith("READY");
    List<String> phases = told.stream().filter(PHASES::contains).toList();
    assertThat(phases).as("told in %s", order).isSortedAccordingTo(ProgressNewsTest::byPlace);
    assertThat(phases.isEmpty() ? "" : phases.get(phases.size() - 1))
        .as("the furthest of %s", order)
        .isEqualTo(
            order.stream().filter(PHASES::contains).max(ProgressNewsTest::byPlace).orElse(""));
    assertThat(told.contains("DREAMING")).isEqualTo(order.contains("DREAMING"));
  }

  private static int byPlace(String one, String other) {
    return Integer.compare(PHASES.indexOf(one), PHASES.indexOf(other));
  }

  @Test
  void noOrderOfAllPhasesEachSeenTwiceMakesAListenerGoBack() {
    permute(
        new ArrayList<>(),
        PHASES,
        order -> {
          readOrderThenReady(order);
          readOrderThenReady(order.stream().flatMap(word -> Stream.of(word, word)).toList());
          readOrderThenReady(Stream.concat(order.stream(), order.stream()).toList());
        });
  }

  /** Also a word of tomorrow and a task without a status may come at any place. */
  @Test
  void noOrderWithRepeatsMakesAListenerGoBack() {
    List<String> words = new ArrayList<>(PHASES);
    words.addAll(List.of("DREAMING", ""));
    arrange(new ArrayList<>(), words, this::readOrderThenReady);
  }

  private static void permute(List<String> begun, List<String> left, Consumer<List<String>> each) {
    if (left.isEmpty()) {
      each.accept(List.copyOf(begun));
    }
    for (String next : left) {
      begun.add(next);
      permute(begun, left.stream().filter(word -> !word.equals(next)).toList(), each);
      begun.remove(begun.size() - 1);
    }
  }

  private static void arrange(List<String> begun, List<String> words, Consumer<List<String>> each) {
    each.accept(List.copyOf(begun));
    if (begun.size() == LONGEST) {
      return;
    }
    for (String next : words) {
      begun.add(next);
      arrange(begun, words, each);
      begun.remove(begun.size() - 1);
    }
  }

  @Test
  void listenerHearsAWordOfTomorrowOnceAndNoPhaseAgainAfterIt() {
    waitAnew(Goal.READY);
    for (String word : List.of("WORKING", "DREAMING", "WORKING", "SLEEPING", "DREAMING")) {
      read(row(word, null));
    }

    assertThat(told).containsExactly("WORKING", "DREAMING", "SLEEPING");
  }

  /** A reader must not be shown an endless list of inventions, nor remember it. */
  @Test
  void serverThatNeverSaysTheSameTwiceIsNewsForAWhileOnly() {
    waitAnew(Goal.READY);
    for (int word = 0; word < 1_000; word++) {
      read(row("WORD_" + word, null));
    }
    read(row("WORKING", null));

    assertThat(told).hasSize(17).endsWith("WORKING");
  }

  @Test
  void rowOfAReplicaThatLagsIsNoSignOfLife() {
    Instant earlier = Instant.parse("2026-01-01T00:00:00Z");
    TaskWatch watch = TaskWatch.NOTHING_SEEN;
    long nanos = 0;
    for (int read = 0; read <= 150; read++) {
      boolean lags = read % 2 == 1;
      nanos = Duration.ofSeconds(read).toNanos();
      watch =
          watch.seen(
              lags
                  ? AppConversationStartTaskStatus.WORKING
                  : AppConversationStartTaskStatus.PREPARING_REPOSITORY,
              lags ? earlier : earlier.plusSeconds(9),
              nanos);
    }

    assertThat(watch.stalled()).isTrue();
    assertThat(
            watch
                .seen(AppConversationStartTaskStatus.WORKING, earlier.plusSeconds(10), nanos)
                .stalled())
        .isFalse();
  }

  /** Whatever they alternate between, and whether or not they say when it was. */
  @Test
  void replicasThatAlternateWithAWordOfTomorrowDoNotHideAStall() {
    AppConversationStartTaskStatus dreaming = AppConversationStartTaskStatus.of("DREAMING");
    for (Instant at : new Instant[] {null, Instant.parse("2026-01-01T00:00:00Z")}) {
      for (AppConversationStartTaskStatus other :
          new AppConversationStartTaskStatus[] {
            AppConversationStartTaskStatus.WORKING,
            AppConversationStartTaskStatus.of("TALKING"),
            null
          }) {
        TaskWatch watch = TaskWatch.NOTHING_SEEN;
        for (int read = 0; read <= 150; read++) {
          watch =
              watch.seen(read % 2 == 0 ? other : dreaming, at, Duration.ofSeconds(read).toNanos());
        }
        assertThat(watch.stalled()).as("DREAMING and %s at %s", other, at).isFalse();

        watch = watch.seen(dreaming, at, Duration.ofSeconds(152).toNanos());

        assertThat(watch.stalled()).as("DREAMING and %s at %s", other, at).isTrue();
      }
    }
  }

  @Test
  void taskThatSaysNothingHasNotStalledWhenItIsFirstSeen() {
    assertThat(TaskWatch.NOTHING_SEEN.seen(null, null, Long.MAX_VALUE / 2).stalled()).isFalse();
  }

  @Test
  void changesOfARunAreToldAndNothingTwice() {
    waitAnew(Goal.FINISHED);
    read("STARTING", null);
    read("STARTING", null);
    read("RUNNING", "idle");
    read("RUNNING", "running");
    read("RUNNING", "running");
    read("RUNNING", "idle");

    assertThat(told)
        .containsExactly(
            "sandbox STARTING, agent unknown",
            "sandbox RUNNING, agent idle",
            "sandbox RUNNING, agent running",
            "sandbox RUNNING, agent idle");
  }

  @Test
  void agentThatIsSilentForOnceIsNoNews() {
    waitAnew(Goal.FINISHED);
    read("RUNNING", "running");
    read("RUNNING", null);
    read("RUNNING", "running");
    assertThat(told).containsExactly("sandbox RUNNING, agent running");

    read("RUNNING", null);
    read("RUNNING", null);
    read("RUNNING", null);
    assertThat(told).hasSize(2).endsWith("sandbox RUNNING, agent unknown");
  }
}
