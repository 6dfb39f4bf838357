package io.github.openhands4j.v1.internal.console;

import io.github.openhands4j.core.internal.ServerText;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The progress of a wait in words for people. */
public final class ProgressWords {

  private static final int MOST_TEXT = 200;
  private static final int ID_LENGTH = 8;
  private static final double CENT = 0.01;

  private static final Map<AppConversationStartTaskStatus, String> START =
      Map.of(
          AppConversationStartTaskStatus.WORKING, "the server has taken the start",
          AppConversationStartTaskStatus.WAITING_FOR_SANDBOX, "waiting for a sandbox",
          AppConversationStartTaskStatus.PREPARING_REPOSITORY, "preparing the repository",
          AppConversationStartTaskStatus.RUNNING_SETUP_SCRIPT, "running the setup script",
          AppConversationStartTaskStatus.SETTING_UP_GIT_HOOKS, "setting up git hooks",
          AppConversationStartTaskStatus.SETTING_UP_SKILLS, "loading skills",
          AppConversationStartTaskStatus.STARTING_CONVERSATION, "starting the agent",
          AppConversationStartTaskStatus.READY, "the conversation is ready",
          AppConversationStartTaskStatus.ERROR, "the start has failed");

  private static final Map<ConversationExecutionStatus, String> AGENT =
      Map.of(
          ConversationExecutionStatus.IDLE, "the agent is idle",
          ConversationExecutionStatus.RUNNING, "the agent is working",
          ConversationExecutionStatus.PAUSED, "the agent is paused",
          ConversationExecutionStatus.WAITING_FOR_CONFIRMATION,
              "the agent wants its next action confirmed",
          ConversationExecutionStatus.FINISHED, "the agent is done",
          ConversationExecutionStatus.ERROR, "the run has failed",
          ConversationExecutionStatus.STUCK, "the agent is stuck",
          ConversationExecutionStatus.DELETING, "the conversation is being deleted");

  /** Told whatever the sandbox does. */
  private static final Set<ConversationExecutionStatus> ENDS =
      Set.of(
          ConversationExecutionStatus.WAITING_FOR_CONFIRMATION,
          ConversationExecutionStatus.FINISHED,
          ConversationExecutionStatus.ERROR,
          ConversationExecutionStatus.STUCK);

  private static final Map<SandboxStatus, String> SANDBOX =
      Map.of(
          SandboxStatus.STARTING, "the sandbox is starting",
          SandboxStatus.PAUSED, "the sandbox is paused",
          SandboxStatus.ERROR, "the sandbox reports an error",
          SandboxStatus.MISSING, "the sandbox is not to be found");

  private ProgressWords() {}

  /**
   * A line for one change.
   *
   * @param progress what a wait has seen
   * @return for example {@code [7:12] 5d0f3c1a the agent is done ($0.42)}, without an end of line
   */
  public static String line(Progress progress) {
    String id = progress.handle().conversationId().hex().substring(0, ID_LENGTH);
    String text =
        "[" + clock(progress.elapsed()) + "] " + id + " " + words(progress) + cost(progress.cost());
    return ServerText.oneLine(text, MOST_TEXT);
  }

  private static String words(Progress progress) {
    SandboxStatus sandbox = progress.sandboxStatus();
    ConversationExecutionStatus agent = progress.executionStatus();
    if (sandbox == null && agent == null) {
      return startWords(progress.startStatus())
          + (progress.stalled() ? ", without a sign of life for some time" : "");
    }
    boolean runs = sandbox == null || SandboxStatus.RUNNING.equals(sandbox);
    if (!runs && (agent == null || !ENDS.contains(agent))) {
      return SANDBOX.getOrDefault(sandbox, "the sandbox is " + sandbox);
    }
    return agent == null
        ? "the sandbox runs, no word of the agent"
        : AGENT.getOrDefault(agent, "the agent is " + agent);
  }

  private static String startWords(@Nullable AppConversationStartTaskStatus start) {
    return start == null ? "nothing seen yet" : START.getOrDefault(start, "the start is " + start);
  }

  private static String clock(Duration elapsed) {
    String minutesAndSeconds =
        String.format(
            Locale.ROOT,
            elapsed.toHours() > 0 ? "%02d:%02d" : "%d:%02d",
            elapsed.toMinutesPart(),
            elapsed.toSecondsPart());
    return elapsed.toHours() > 0 ? elapsed.toHours() + ":" + minutesAndSeconds : minutesAndSeconds;
  }

  private static String cost(@Nullable Double cost) {
    if (cost == null || cost <= 0) {
      return "";
    }
    return cost < CENT ? " (< $0.01)" : String.format(Locale.ROOT, " ($%.2f)", cost);
  }
}
