package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * Who made an event.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record EventSource(@JsonValue String value) implements OpenWord {

  /** The agent. */
  public static final EventSource AGENT = new EventSource("agent");

  /** The user. */
  public static final EventSource USER = new EventSource("user");

  /** The sandbox and the server. */
  public static final EventSource ENVIRONMENT = new EventSource("environment");

  /** A hook of the repository. */
  public static final EventSource HOOK = new EventSource("hook");

  private static final Set<EventSource> KNOWN = Set.of(AGENT, USER, ENVIRONMENT, HOOK);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EventSource of(String value) {
    return new EventSource(value);
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
