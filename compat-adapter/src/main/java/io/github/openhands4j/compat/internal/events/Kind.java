package io.github.openhands4j.compat.internal.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a V1 event in V0, told by the event alone. So the same event always makes the
 * same number of V0 events, whoever reads it and when.
 */
public enum Kind {
  /** Says nothing to a V0 caller: no number. */
  NOTHING(0),
  /** What the model cost so far: no number, but later actions show it. */
  STATS(0),
  /** What the agent is doing: one observation, unless it was doing that already. */
  STATE(1),
  /** A message of the user. */
  USER_MESSAGE(1),
  /** An action of the agent. */
  ACTION(1),
  /** The answer to an action. */
  ANSWER(1),
  /** Any other single event. */
  OTHER(1),
  /** The run failed: an error, and the agent's state after it unless it came too late for that. */
  FAILURE(2),
  /** A tool call of a foreign agent that has ended: the action and its answer at once. */
  WHOLE_CALL(2);

  private static final Set<String> ENDED = Set.of("completed", "failed");

  private final int parts;

  Kind(int parts) {
    this.parts = parts;
  }

  /**
   * How many V0 events it makes.
   *
   * @return from 0 to 2
   */
  public int parts() {
    return parts;
  }

  /**
   * The kind of an event.
   *
   * @param event the event
   * @return {@link #NOTHING} for what is not known here
   */
  public static Kind of(V1Event event) {
    return switch (event.kind()) {
      case "MessageEvent" -> ofMessage(event);
      case "ActionEvent" -> ACTION;
      case "ObservationEvent" ->
          "FinishObservation".equals(event.observation().get("kind")) ? NOTHING : ANSWER;
      case "UserRejectObservation", "AgentErrorEvent" -> ANSWER;
      case "SystemPromptEvent", "Condensation", "CondensationRequest" -> OTHER;
      case "PauseEvent", "InterruptEvent" -> OTHER;
      case "ConversationErrorEvent" -> FAILURE;
      case "ConversationStateUpdateEvent" -> ofUpdate(event);
      case "ACPToolCallEvent" -> hasEnded(event) ? WHOLE_CALL : NOTHING;
      default -> NOTHING;
    };
  }

  private static Kind ofMessage(V1Event event) {
    Fields message = event.fields().object("llm_message");
    boolean isEmpty =
        Content.text(message, "content").isEmpty() && Content.images(message, "content").isEmpty();
    if (isEmpty) {
      return NOTHING;
    }
    return event.isFromUser() ? USER_MESSAGE : OTHER;
  }

  private static Kind ofUpdate(V1Event event) {
    if (AgentStates.told(event) != null) {
      return STATE;
    }
    boolean hasCosts =
        "stats".equals(event.fields().get("key"))
            && !event.fields().object("value").object("usage_to_metrics").values().isEmpty();
    return hasCosts ? STATS : NOTHING;
  }

  /** A call is told several times while it goes on; only its end is shown. */
  private static boolean hasEnded(V1Event event) {
    @Nullable String status = event.fields().text("status");
    return status == null
        ? event.fields().get("raw_output") != null || event.fields().is("is_error")
        : ENDED.contains(status);
  }
}
