package io.github.openhands4j.v1;

import static io.github.openhands4j.v1.testing.Samples.handle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read while they wait. */
class ConsoleProgressTest {

  private static final String ID = handle(1).conversationId().hex().substring(0, 8);

  private static Progress progress(
      @Nullable String start,
      @Nullable String sandbox,
      @Nullable String agent,
      Duration elapsed,
      @Nullable Double cost) {
    return new Progress(
        handle(1),
        start == null ? null : AppConversationStartTaskStatus.of(start),
        sandbox == null ? null : SandboxStatus.of(sandbox),
        agent == null ? null : ConversationExecutionStatus.of(agent),
        false,
        elapsed,
        cost);
  }

  private static String written(Progress progress) {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    ConsoleProgress.to(new PrintStream(seen, true, StandardCharsets.UTF_8)).accept(progress);
    return seen.toString(StandardCharsets.UTF_8);
  }

  private static String words(Progress progress) {
    String line = written(progress);
    assertThat(line).startsWith("[0:00] " + ID + " ").endsWith(System.lineSeparator());
    return line.strip().substring(("[0:00] " + ID + " ").length());
  }

  @ParameterizedTest
  @CsvSource({
    ",,, nothing seen yet",
    "WORKING,,, the server has taken the start",
    "WAITING_FOR_SANDBOX,,, waiting for a sandbox",
    "PREPARING_REPOSITORY,,, preparing the repository",
    "RUNNING_SETUP_SCRIPT,,, running the setup script",
    "SETTING_UP_GIT_HOOKS,,, setting up git hooks",
    "SETTING_UP_SKILLS,,, loading skills",
    "STARTING_CONVERSATION,,, starting the agent",
    "READY,,, the conversation is ready",
    "ERROR,,, the start has failed",
    "TOMORROW,,, the start is TOMORROW",
    "READY,STARTING,, the sandbox is starting",
    "READY,RUNNING,, 'the sandbox runs, no word of the agent'",
    "READY,RUNNING,idle, the agent is idle",
    "READY,RUNNING,running, the agent is working",
    "READY,RUNNING,paused, the agent is paused",
    "READY,RUNNING,finished, the agent is done",
    "READY,RUNNING,error, the run has failed",
    "READY,RUNNING,stuck, the agent is stuck",
    "READY,RUNNING,waiting_for_confirmation, the agent wants its next action confirmed",
    "READY,RUNNING,deleting, the conversation is being deleted",
    "READY,RUNNING,tomorrow, the agent is tomorrow",
    "READY,,running, the agent is working",
    "READY,PAUSED,running, the sandbox is paused",
    "READY,PAUSED,finished, the agent is done",
    "READY,ERROR,, the sandbox reports an error",
    "READY,MISSING,running, the sandbox is not to be found",
    "READY,TOMORROW,running, the sandbox is TOMORROW"
  })
  void eachStateHasWords(
      @Nullable String start, @Nullable String sandbox, @Nullable String agent, String words) {
    assertThat(words(progress(start, sandbox, agent, Duration.ZERO, null))).isEqualTo(words);
  }

  @Test
  void aStartWithoutASignOfLifeIsSaidToBeSo() {
    Progress stalled =
        new Progress(
            handle(1),
            AppConversationStartTaskStatus.WAITING_FOR_SANDBOX,
            null,
            null,
            true,
            Duration.ZERO,
            null);

    assertThat(words(stalled))
        .isEqualTo("waiting for a sandbox, without a sign of life for some time");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "999, 0:00",
    "59_999, 0:59",
    "60_000, 1:00",
    "3_599_000, 59:59",
    "3_600_000, 1:00:00",
    "90_061_000, 25:01:01"
  })
  void timeIsMinutesAndSecondsAndHoursIfThereAreAny(String millis, String clock) {
    Duration elapsed = Duration.ofMillis(Long.parseLong(millis.replace("_", "")));

    assertThat(written(progress(null, null, null, elapsed, null))).startsWith("[" + clock + "] ");
  }

  @ParameterizedTest
  @CsvSource({
    ", the agent is done",
    "0, the agent is done",
    "0.004, the agent is done (< $0.01)",
    "0.01, the agent is done ($0.01)",
    "1234.5, the agent is done ($1234.50)"
  })
  void costIsToldIfThereIsOne(@Nullable Double cost, String words) {
    assertThat(words(progress("READY", "RUNNING", "finished", Duration.ZERO, cost)))
        .isEqualTo(words);
  }

  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(
              written(progress("READY", "RUNNING", "running", Duration.ofSeconds(71), 0.5)).strip())
          .isEqualTo("[1:11] " + ID + " the agent is working ($0.50)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aHostileWordStaysOnItsLine() {
    assertThat(words(progress("READY", "RUNNING", "a\nforged\u202eline", Duration.ZERO, null)))
        .isEqualTo("the agent is a forged line");
  }
}
