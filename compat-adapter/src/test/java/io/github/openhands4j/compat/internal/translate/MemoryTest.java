package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

  @Test
  void firstCreationTimeIsKept() {
    Memory memory =
        Memory.BLANK
            .seen(Rows.row("RUNNING", "running").build(), 1)
            .seen(Rows.row("RUNNING", "running").createdAt(Rows.after(500)).build(), 2);

    assertThat(memory.createdAt()).isEqualTo(Rows.CREATED);
    assertThat(memory.firstSeenNanos()).isEqualTo(1);
  }

  @Test
  void creationTimeThatWasNotToldAtFirstIsTakenLater() {
    Memory memory =
        Memory.BLANK
            .seen(Rows.row("RUNNING", "running").createdAt(null).build(), 1)
            .seen(Rows.row("RUNNING", "running").build(), 2);

    assertThat(memory.createdAt()).isEqualTo(Rows.CREATED);
  }

  private static Memory asked() {
    return asked(ConversationTrigger.OPENHANDS_API);
  }

  private static Memory asked(@Nullable ConversationTrigger trigger) {
    return Memory.BLANK.started(
        AppConversationStartTask.builder()
            .id(StartTaskId.parse("0a".repeat(16)))
            .request(
                AppConversationStartRequest.builder()
                    .selectedRepository("me/asked")
                    .selectedBranch("asked")
                    .gitProvider(ProviderType.GITHUB)
                    .trigger(trigger)
                    .build())
            .build());
  }

  @Test
  void rowThatTellsNothingOfItsStartIsCompleted() {
    AppConversation row =
        asked()
            .seen(Rows.row("RUNNING", null).build(), 1)
            .completed(Rows.row("RUNNING", null).build());

    assertThat(row.selectedRepository()).isEqualTo("me/asked");
    assertThat(row.selectedBranch()).isEqualTo("asked");
    assertThat(row.gitProvider()).isEqualTo(ProviderType.GITHUB);
    assertThat(row.trigger()).isEqualTo(ConversationTrigger.OPENHANDS_API);
  }

  @Test
  void rowThatTellsAnythingOfItsStartStaysAsItIs() {
    AppConversation withTrigger =
        Rows.row("RUNNING", null).trigger(ConversationTrigger.OPENHANDS_API).build();
    AppConversation switched = Rows.row("RUNNING", null).selectedBranch("other").build();

    assertThat(asked().completed(withTrigger)).isSameAs(withTrigger);
    assertThat(asked().completed(switched)).isSameAs(switched);
  }

  @Test
  void rowWhoseStartHadNoTriggerStaysAsItIs() {
    AppConversation cleared = Rows.row("RUNNING", null).build();

    assertThat(asked(null).completed(cleared)).isSameAs(cleared);
    assertThat(asked(null).isUnwritten(cleared)).isFalse();
  }

  @Test
  void rowOfAnotherProcessStaysAsItIs() {
    AppConversation row = Rows.row("RUNNING", null).build();

    assertThat(Memory.BLANK.completed(row)).isSameAs(row);
  }

  @Test
  void rowEndsAFailedStart() {
    AppConversationStartTask failed =
        AppConversationStartTask.builder().id(StartTaskId.parse("0a".repeat(16))).build();

    assertThat(
            Memory.BLANK
                .but()
                .failedStart(failed)
                .build()
                .seen(Rows.row("RUNNING", null).build(), 1)
                .failedStart())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, false",
    "2, 300, false",
    "3, 59.999, false",
    "3, 60, true",
    "100, 59.999, false"
  })
  void sandboxIsBrokenForGoodAfterThreeReadsAndAMinute(int reads, double span, boolean forGood) {
    Memory memory = Memory.BLANK.seen(Rows.row("RUNNING", "running").build(), Rows.nanos(1));
    long last = 0;
    for (int read = 0; read < reads; read++) {
      last = Rows.nanos(50 + (reads == 1 ? 0 : span * read / (reads - 1)));
      memory = memory.seen(Rows.row(read % 2 == 0 ? "MISSING" : "ERROR", null).build(), last);
    }

    assertThat(memory.isBrokenForGood(last)).isEqualTo(forGood);
  }

  @Test
  void anyOtherReadingForgetsTheAbsence() {
    Memory memory = Memory.BLANK;
    for (int read = 0; read < 10; read++) {
      String sandbox = read % 3 == 2 ? "PAUSED" : "MISSING";
      memory = memory.seen(Rows.row(sandbox, null).build(), Rows.nanos(100.0 * (read + 1)));
    }

    assertThat(memory.broken().times()).isEqualTo(1);
    assertThat(memory.isBrokenForGood(Rows.nanos(1_000))).isFalse();
  }

  @Test
  void stirringLastsAMinuteOrUntilTheAgentRuns() {
    Memory stirred = Memory.BLANK.but().stirredNanos(Rows.nanos(5)).build();

    assertThat(Memory.BLANK.isStirring(Rows.nanos(5))).isFalse();
    assertThat(stirred.isStirring(Rows.nanos(64.999))).isTrue();
    assertThat(stirred.isStirring(Rows.nanos(65))).isFalse();
    assertThat(stirred.seen(Rows.row("RUNNING", "finished").build(), 1).isStirring(Rows.nanos(6)))
        .isTrue();
    assertThat(stirred.seen(Rows.row("RUNNING", "running").build(), 1).isStirring(Rows.nanos(6)))
        .isFalse();
  }

  @Test
  void replacedTitleIsNoticedForTwoMinutes() {
    Memory named = Memory.BLANK.but().title("Mine").titleNanos(Rows.nanos(10)).build();

    assertThat(
            named.isTitleReplaced(Rows.row("RUNNING", null).title("Auto").build(), Rows.nanos(11)))
        .isTrue();
    assertThat(named.isTitleReplaced(Rows.row("RUNNING", null).title(null).build(), Rows.nanos(11)))
        .isTrue();
    assertThat(
            named.isTitleReplaced(Rows.row("RUNNING", null).title("Mine").build(), Rows.nanos(11)))
        .isFalse();
    assertThat(
            named.isTitleReplaced(
                Rows.row("RUNNING", null).title("Auto").build(), Rows.nanos(129.9)))
        .isTrue();
    assertThat(
            named.isTitleReplaced(Rows.row("RUNNING", null).title("Auto").build(), Rows.nanos(130)))
        .isFalse();
    assertThat(
            Memory.BLANK.isTitleReplaced(
                Rows.row("RUNNING", null).title("Auto").build(), Rows.nanos(1)))
        .isFalse();
  }

  @Test
  void whatTheAgentDidIsKeptWhileAReadingDoesNotTellItAndTheSandboxIsAwake() {
    Memory working = Memory.BLANK.seen(Rows.row("RUNNING", "running").build(), 1);
    Memory untold = working.seen(Rows.row("RUNNING", null).build(), 2);

    assertThat(untold.lastExecution()).isEqualTo(ConversationExecutionStatus.RUNNING);
    assertThat(untold.seen(Rows.row("PAUSED", null).build(), 3).lastExecution()).isNull();
  }
}
