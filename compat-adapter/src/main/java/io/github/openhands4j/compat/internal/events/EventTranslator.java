package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes V0 events of V1 events. The only place that decides what a V1 event is in V0; pure. */
public final class EventTranslator {

  /** What V0 said when a user refused an action. */
  private static final String REJECTED =
      "Action has been rejected by the user! Waiting for further user input.";

  private EventTranslator() {}

  /**
   * The V0 events of a V1 event.
   *
   * @param v1 the event, known or not, with fields of any type
   * @param context what is known from before it
   * @return as many as {@link Kind#parts()} says, numbered from the context's number on
   */
  public static List<Event> translate(V1Event v1, Context context) {
    Kind kind = Kind.of(v1);
    return switch (kind) {
      case NOTHING, STATS -> List.of();
      case FAILURE -> failure(v1, context);
      case WHOLE_CALL -> WholeCalls.of(v1, context);
      case STATE -> {
        String status = AgentStates.told(v1);
        yield List.of(
            state(
                context.number(),
                v1.timestamp(),
                String.valueOf(AgentStates.of(status)),
                AgentStates.reasonOf(status)));
      }
      case USER_MESSAGE, ACTION, ANSWER, OTHER -> List.of(single(v1, context).build());
    };
  }

  /**
   * A change of the agent's state, also one that V1 stored no event for.
   *
   * @param number its number
   * @param timestamp when it changed, or null
   * @param state V0's word
   * @param reason why, for a failure; else empty
   * @return the event
   */
  public static Event state(long number, @Nullable String timestamp, String state, String reason) {
    return Event.builder()
        .id(number)
        .timestamp(timestamp)
        .source(Sources.ENVIRONMENT)
        .message("")
        .observation("agent_state_changed")
        .content("")
        .extras(Args.of("agent_state", state).and("reason", reason).map())
        .build();
  }

  private static EventBuilder single(V1Event v1, Context context) {
    EventBuilder event = begin(v1, context.number());
    return switch (v1.kind()) {
      case "MessageEvent" -> message(event, v1, context);
      case "ActionEvent" ->
          Actions.fill(event, v1)
              .toolCallMetadata(ToolCalls.of(v1, context))
              .llmMetrics(Costs.of(context.stats()));
      case "ObservationEvent" -> answer(Answers.fill(event, v1, context.action()), v1, context);
      case "UserRejectObservation" -> answer(rejected(event, v1), v1, context);
      case "AgentErrorEvent" -> answer(error(event, v1.fields().textOrEmpty("error")), v1, context);
      case "SystemPromptEvent" -> Others.systemPrompt(event, v1);
      case "Condensation" -> Others.condensation(event, v1, context);
      case "CondensationRequest" -> Others.condensationRequest(event);
      default -> Others.pause(event);
    };
  }

  static EventBuilder begin(V1Event v1, long number) {
    return Event.builder().id(number).timestamp(v1.timestamp()).source(Sources.AGENT);
  }

  private static EventBuilder message(EventBuilder event, V1Event v1, Context context) {
    EventBuilder message = Others.message(event, v1, context.first());
    return Sources.AGENT.equals(Sources.ofMessage(v1))
        ? message.llmMetrics(Costs.of(context.stats()))
        : message;
  }

  private static EventBuilder answer(EventBuilder event, V1Event v1, Context context) {
    return event.cause(context.cause()).toolCallMetadata(ToolCalls.of(v1, context));
  }

  /** V0's words; a reason of the user's own is told after them. */
  private static EventBuilder rejected(EventBuilder event, V1Event v1) {
    String reason = v1.fields().textOrEmpty("rejection_reason");
    boolean usual = reason.isEmpty() || reason.equals("User rejected the action");
    return Answers.said(
        event, "user_rejected", usual ? REJECTED : REJECTED + " Reason: " + reason, Args.none());
  }

  private static EventBuilder error(EventBuilder event, String content) {
    return Answers.said(event, "error", content, Args.of("error_id", "").map());
  }

  private static List<Event> failure(V1Event v1, Context context) {
    String code = v1.fields().textOrEmpty("code");
    String detail = v1.fields().textOrEmpty("detail");
    String reason = code.isEmpty() ? detail : code + ": " + detail;
    Event error = error(begin(v1, context.number()).source(Sources.ENVIRONMENT), reason).build();
    return List.of(error, state(context.number() + 1, v1.timestamp(), AgentStates.ERROR, reason));
  }
}
