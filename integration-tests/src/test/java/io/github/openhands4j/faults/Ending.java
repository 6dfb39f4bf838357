package io.github.openhands4j.faults;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, in words that fit all columns.
 *
 * @param kind the promise it ended with
 * @param id the conversation it told of, as 32 hexadecimal digits, or null
 * @param thrown what the caller caught, or null
 * @param value what the caller got, or null
 */
public record Ending(
    Kind kind, @Nullable String id, @Nullable RuntimeException thrown, @Nullable Object value) {

  /** What a caller may conclude. */
  public enum Kind {
    /** It was done. */
    DONE,
    /** It was done, and found by asking. */
    FOUND,
    /** Nothing was sent. */
    NOT_SENT,
    /** The server refused it before doing anything. */
    REFUSED,
    /** Nobody knows, and the caller has the id. */
    UNKNOWN,
    /** A read failed. */
    FAILED
  }

  static Ending done(@Nullable String id, boolean found, Object value) {
    return new Ending(found ? Kind.FOUND : Kind.DONE, id, null, value);
  }

  static Ending of(RuntimeException thrown) {
    if (thrown instanceof StartOutcomeUnknownException unknown) {
      return new Ending(Kind.UNKNOWN, unknown.handle().conversationId().hex(), thrown, null);
    }
    if (thrown instanceof V0StartOutcomeUnknownException unknown) {
      return new Ending(Kind.UNKNOWN, unknown.conversationId().orElse(null), thrown, null);
    }
    Kind kind =
        switch (FailureClass.of(own(thrown))) {
          case NOT_SENT -> Kind.NOT_SENT;
          case REJECTED -> Kind.REFUSED;
          case AMBIGUOUS, UNREADABLE -> Kind.FAILED;
        };
    return new Ending(kind, null, thrown, null);
  }

  /** This library's own exception below what was thrown. */
  private static OpenHandsException own(RuntimeException thrown) {
    if (thrown instanceof OpenHandsException own) {
      return own;
    }
    if (thrown instanceof V0Exception v0 && v0.getCause() instanceof OpenHandsException own) {
      return own;
    }
    throw new AssertionError("an exception of another kind came out", thrown);
  }

  /**
   * What went wrong.
   *
   * @return this library's own exception
   * @throws AssertionError if nothing did
   */
  public OpenHandsException failure() {
    if (thrown == null) {
      throw new AssertionError("the call did not fail: " + value);
    }
    return own(thrown);
  }
}
