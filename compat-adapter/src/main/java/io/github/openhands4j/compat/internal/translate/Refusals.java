package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.compat.operations.Fidelity;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import java.util.Map;

/** Refuses what V1 does not have, in the words of the table and the shape of the route's errors. */
public final class Refusals {

  private Refusals() {}

  /**
   * The refusal of an operation, or of what the table says is refused of it.
   *
   * @param operation an operation that is not supported, or not with all it may be given
   * @return 501 with a body of the family's shape
   */
  public static V0Exception of(V0Operation operation) {
    String text = operation.lost();
    if (operation.fidelity() == Fidelity.UNSUPPORTED && !operation.instead().isEmpty()) {
      text += " On V1: OpenHandsClient " + operation.instead() + ".";
    }
    return V0Bodies.of(ErrorCode.V0_UNSUPPORTED, 501, body(operation, text), text, null);
  }

  private static Object body(V0Operation operation, String text) {
    return switch (operation) {
      case REMEMBER_PROMPT, EXPERIMENT_CONFIG, MICROAGENT_CONVERSATIONS -> Map.of("detail", text);
      case USER_MICROAGENTS, USER_MICROAGENT_CONTENT -> text;
      default -> Map.of("error", text);
    };
  }
}
