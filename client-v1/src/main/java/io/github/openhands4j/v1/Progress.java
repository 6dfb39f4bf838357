package io.github.openhands4j.v1;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.ServerText;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a wait has last seen. {@link ConsoleProgress} writes it for people.
 *
 * @param handle the start that is waited for
 * @param startStatus the furthest phase of the start that was seen, or the word of a newer server
 *     that was seen since; null if its task was not seen
 * @param sandboxStatus the state of the sandbox, or null before the conversation exists
 * @param executionStatus what the agent is doing, or null if unknown
 * @param stalled whether the start has shown no sign of life for 150 s: perhaps nobody works on it
 *     any more, as after a crash of the server
 * @param elapsed how long the wait has lasted
 * @param cost what the conversation has cost so far in US dollars, as its record says, or null if
 *     it does not say; it may lag behind, and a change of it alone is no news
 */
public record Progress(
    StartHandle handle,
    @Nullable AppConversationStartTaskStatus startStatus,
    @Nullable SandboxStatus sandboxStatus,
    @Nullable ConversationExecutionStatus executionStatus,
    boolean stalled,
    Duration elapsed,
    @Nullable Double cost) {

  private static final int MOST_TEXT = 200;

  /**
   * The state in the server's words, as one line.
   *
   * @return for example {@code start WORKING} or {@code sandbox RUNNING, agent running}
   */
  @Override
  public String toString() {
    return ServerText.oneLine(words(), MOST_TEXT);
  }

  private String words() {
    if (sandboxStatus != null) {
      return "sandbox "
          + sandboxStatus
          + ", agent "
          + (executionStatus == null ? "unknown" : executionStatus);
    }
    if (startStatus == null) {
      return "nothing yet";
    }
    return "start " + startStatus + (stalled ? ", without a sign of life" : "");
  }
}
