package io.github.openhands4j.v0.internal.direct;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.internal.rules.ConversationIdRule;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Carries out the calls on one conversation: id checked and encoded, failures as V0's. */
final class ItemCalls {

  private final Calls calls;
  private final GoneSigns goneSigns;
  private final Presence presence;

  ItemCalls(Calls calls, GoneSigns goneSigns, Presence presence) {
    this.calls = calls;
    this.goneSigns = goneSigns;
    this.presence = presence;
  }

  /**
   * Makes a call. {@code call} gets the id as a path segment and the Feign options.
   *
   * @return the answer, or null for the JSON literal
   */
  <T extends @Nullable Object> T make(
      OperationClass kind, String conversationId, BiFunction<String, Request.Options, T> call) {
    String segment = UrlText.encode(ConversationIdRule.check(conversationId));
    try {
      return calls.call(kind, options -> call.apply(segment, options));
    } catch (OpenHandsException failure) {
      if (goneSigns.in(failure) && presence.isGone()) {
        throw GoneSigns.gone(failure);
      }
      throw kind == OperationClass.MESSAGE && mayHaveArrived(failure)
          ? outcomeUnknown(failure)
          : V0Failures.of(failure);
    }
  }

  private static boolean mayHaveArrived(OpenHandsException failure) {
    boolean answered = failure instanceof ApiException answer && FailureClass.isApisOwn(answer);
    return FailureClass.of(failure).mayHaveBeenDone() && !answered;
  }

  private static V0Exception outcomeUnknown(OpenHandsException failure) {
    return new V0Exception(
        ErrorCode.MESSAGE_OUTCOME_UNKNOWN,
        0,
        "",
        "A message was sent and its answer was lost. It is not sent again: read the conversation"
            + " before you repeat it.",
        failure);
  }
}
