package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The state of a sandbox: the machine a conversation runs on.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record SandboxStatus(@JsonValue String value) implements OpenWord {

  /** Being started or resumed. */
  public static final SandboxStatus STARTING = new SandboxStatus("STARTING");

  /** Running; the agent can be reached. */
  public static final SandboxStatus RUNNING = new SandboxStatus("RUNNING");

  /** Paused; it can be resumed and nothing resumes it by itself. */
  public static final SandboxStatus PAUSED = new SandboxStatus("PAUSED");

  /** Broken. */
  public static final SandboxStatus ERROR = new SandboxStatus("ERROR");

  /** Gone, or the server could not ask for its state: final only when it stays. */
  public static final SandboxStatus MISSING = new SandboxStatus("MISSING");

  private static final Set<SandboxStatus> KNOWN = Set.of(STARTING, RUNNING, PAUSED, ERROR, MISSING);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SandboxStatus of(String value) {
    return new SandboxStatus(value);
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
