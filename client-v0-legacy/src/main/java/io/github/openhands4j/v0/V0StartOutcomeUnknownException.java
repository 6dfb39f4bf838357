package io.github.openhands4j.v0;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A create was sent and its answer was lost: a conversation may be running. Do not repeat it; if
 * there is an id, ask for it.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public final class V0StartOutcomeUnknownException extends V0Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable String conversationId;

  /**
   * Creates an exception.
   *
   * @param conversationId the id the conversation has if it exists, or null if it is not known
   * @param cause what kept the answer from us
   */
  public V0StartOutcomeUnknownException(@Nullable String conversationId, Throwable cause) {
    super(
        ErrorCode.V0_START_OUTCOME_UNKNOWN,
        0,
        "",
        "A create was sent and its answer was lost; a conversation may be running. Do not repeat it."
            + (conversationId == null
                ? " Look at the list of conversations."
                : " Ask for conversation " + conversationId + ".")
            + " What went wrong: "
            + rootOf(cause).getMessage(),
        cause);
    this.conversationId = conversationId;
  }

  /** The unknown outcome of a V1 start wraps what went wrong, in the same words as this one. */
  private static Throwable rootOf(Throwable cause) {
    return cause instanceof StartOutcomeUnknownException && cause.getCause() != null
        ? cause.getCause()
        : cause;
  }

  /**
   * The id of the conversation, if it exists.
   *
   * @return empty on a server that gives ids itself
   */
  public Optional<String> conversationId() {
    return Optional.ofNullable(conversationId);
  }
}
