package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * How dangerous the model finds an action.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record SecurityRisk(@JsonValue String value) implements OpenWord {

  /** Nobody has said. */
  public static final SecurityRisk UNKNOWN = new SecurityRisk("UNKNOWN");

  /** Reads only. */
  public static final SecurityRisk LOW = new SecurityRisk("LOW");

  /** Changes things in the sandbox. */
  public static final SecurityRisk MEDIUM = new SecurityRisk("MEDIUM");

  /** Can do harm outside of it. */
  public static final SecurityRisk HIGH = new SecurityRisk("HIGH");

  private static final Set<SecurityRisk> KNOWN = Set.of(UNKNOWN, LOW, MEDIUM, HIGH);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SecurityRisk of(String value) {
    return new SecurityRisk(value);
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
