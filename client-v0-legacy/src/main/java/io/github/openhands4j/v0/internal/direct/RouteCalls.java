package io.github.openhands4j.v0.internal.direct;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out calls on any route of V0: repeated as their class allows, failures as V0's. */
final class RouteCalls {

  /** How V0 states that it did not take a message; gateways have JSON of their own. */
  private static final Pattern STATED =
      Pattern.compile(
          "\\s*\\{\\s*\"(?:detail\"\\s*:|success\"\\s*:\\s*false|status\"\\s*:\\s*\"error\")");

  private final Calls calls;
  private final GoneSigns goneSigns;
  private final Presence presence;

  RouteCalls(Calls calls, GoneSigns goneSigns, Presence presence) {
    this.calls = calls;
    this.goneSigns = goneSigns;
    this.presence = presence;
  }

  /** A read. */
  <T extends @Nullable Object> T read(Function<Request.Options, T> call) {
    return make(OperationClass.READ, call);
  }

  /** A write that is sent again only if nothing of it was sent, or the rate limit refused it. */
  <T extends @Nullable Object> T write(Function<Request.Options, T> call) {
    return make(OperationClass.OTHER_WRITE, call);
  }

  /** A call of any class. */
  <T extends @Nullable Object> T make(OperationClass kind, Function<Request.Options, T> call) {
    try {
      return calls.call(kind, call);
    } catch (OpenHandsException failure) {
      throw failed(failure, kind == OperationClass.MESSAGE && mayHaveArrived(failure));
    }
  }

  /**
   * Sends an action to the agent. V0 crashes in plain text on actions that it does not take, before
   * it does anything: that is a refusal here.
   */
  <T extends @Nullable Object> T act(Function<Request.Options, T> call) {
    try {
      return calls.call(OperationClass.MESSAGE, call);
    } catch (OpenHandsException failure) {
      throw failed(failure, mayHaveArrived(failure) && !PlainCrash.is(failure));
    }
  }

  private V0Exception failed(OpenHandsException failure, boolean outcomeUnknown) {
    if (goneSigns.in(failure) && presence.isGone()) {
      return GoneSigns.gone(failure);
    }
    return outcomeUnknown ? outcomeUnknown(failure) : V0Failures.of(failure);
  }

  private static boolean mayHaveArrived(OpenHandsException failure) {
    boolean answered =
        failure instanceof ApiException answer && STATED.matcher(answer.body()).lookingAt();
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
