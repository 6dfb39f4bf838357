package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** V0's agent states for V1's execution statuses. */
public final class AgentStates {

  /** Before the agent is there. */
  public static final String LOADING = "loading";

  /** After a failure. */
  public static final String ERROR = "error";

  /** While it works. */
  public static final String RUNNING = "running";

  /** When its runtime was closed, which V1 has no word for. */
  public static final String STOPPED = "stopped";

  /** While it has nothing to do and waits for a message. */
  public static final String WAITING = "awaiting_user_input";

  private static final String FINISHED = "finished";

  /** What callers of V0 take for the end of a turn. */
  private static final Set<String> ENDS = Set.of(FINISHED, ERROR, STOPPED, WAITING);

  /** V0's words for an agent that repeats itself. */
  private static final String STUCK = "AgentStuckInLoopError: Agent got stuck in a loop";

  private static final Map<String, String> STATES =
      Map.of(
          "idle", WAITING,
          "running", RUNNING,
          "paused", "paused",
          "waiting_for_confirmation", "awaiting_user_confirmation",
          "finished", FINISHED,
          "error", ERROR,
          "stuck", ERROR);

  private AgentStates() {}

  /**
   * The state an execution status means.
   *
   * @param executionStatus V1's word, or null
   * @return V0's word, or null for a word that is not known here
   */
  public static @Nullable String of(@Nullable String executionStatus) {
    return executionStatus == null ? null : STATES.get(executionStatus);
  }

  /**
   * Whether callers take a state for the end of a turn.
   *
   * @param state V0's word, or null
   * @return false while something is still to come
   */
  public static boolean isEnd(@Nullable String state) {
    return state != null && ENDS.contains(state);
  }

  /**
   * Why the agent is in a state, as far as the status alone says it.
   *
   * @param executionStatus V1's word
   * @return V0's reason, mostly empty
   */
  public static String reasonOf(@Nullable String executionStatus) {
    return ConversationExecutionStatus.STUCK.value().equals(executionStatus) ? STUCK : "";
  }

  /**
   * The execution status that an event tells: a change of it alone, or a snapshot of everything.
   *
   * @param event any event
   * @return V1's word, one with a V0 state; null if it tells none
   */
  public static @Nullable String told(V1Event event) {
    if (!"ConversationStateUpdateEvent".equals(event.kind())) {
      return null;
    }
    String key = event.fields().textOrEmpty("key");
    @Nullable String status =
        switch (key) {
          case "execution_status" -> event.fields().text("value");
          case "full_state" -> event.fields().object("value").text("execution_status");
          default -> null;
        };
    return of(status) == null ? null : status;
  }
}
