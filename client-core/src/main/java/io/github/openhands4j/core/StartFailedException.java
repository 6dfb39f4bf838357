package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.ServerText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server took the start and could not carry it out. Starting anew, as a new start, is the
 * caller's decision.
 */
public final class StartFailedException extends OpenHandsException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_REASON = 300;

  private final StartHandle handle;
  private final @Nullable String detail;
  private final @Nullable String sandboxId;

  /**
   * Creates an exception.
   *
   * @param handle the start
   * @param detail the server's reason, or null
   * @param sandboxId the sandbox that may have been left running, or null
   */
  public StartFailedException(
      StartHandle handle, @Nullable String detail, @Nullable String sandboxId) {
    super(
        ErrorCode.START_FAILED,
        "The server could not start conversation "
            + handle.conversationId()
            + reason(detail)
            + " A new start is a new job.",
        true,
        null);
    this.handle = handle;
    this.detail = detail == null ? null : ServerText.withoutSecrets(detail);
    this.sandboxId = sandboxId;
  }

  /** The server's words, without secrets and what could forge a line of a log. */
  private static String reason(@Nullable String detail) {
    if (detail == null || detail.isBlank()) {
      return " and gave no reason.";
    }
    return ": " + ServerText.oneLine(detail, MOST_REASON);
  }

  /**
   * The start.
   *
   * @return its handle
   */
  public StartHandle handle() {
    return handle;
  }

  /**
   * The server's reason.
   *
   * @return the reason, without what looks like a secret; the server may give none
   */
  public Optional<String> detail() {
    return Optional.ofNullable(detail).filter(text -> !text.isEmpty());
  }

  /**
   * The sandbox that may have been left running.
   *
   * @return its id, if one was chosen
   */
  public Optional<String> sandboxId() {
    return Optional.ofNullable(sandboxId);
  }
}
