package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The kind of agent a conversation is started with.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record AgentType(@JsonValue String value) implements OpenWord {

  /** The coding agent. */
  public static final AgentType DEFAULT = new AgentType("default");

  /** The planning agent. */
  public static final AgentType PLAN = new AgentType("plan");

  private static final Set<AgentType> KNOWN = Set.of(DEFAULT, PLAN);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AgentType of(String value) {
    return new AgentType(value);
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
