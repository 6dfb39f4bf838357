package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * How conversations share sandboxes.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record SandboxGroupingStrategy(@JsonValue String value) implements OpenWord {

  /** Each conversation has a sandbox of its own; the default. */
  public static final SandboxGroupingStrategy NO_GROUPING =
      new SandboxGroupingStrategy("NO_GROUPING");

  /** Into the newest sandbox. */
  public static final SandboxGroupingStrategy GROUP_BY_NEWEST =
      new SandboxGroupingStrategy("GROUP_BY_NEWEST");

  /** Into the one that was not used for longest. */
  public static final SandboxGroupingStrategy LEAST_RECENTLY_USED =
      new SandboxGroupingStrategy("LEAST_RECENTLY_USED");

  /** Into the one with the fewest conversations. */
  public static final SandboxGroupingStrategy FEWEST_CONVERSATIONS =
      new SandboxGroupingStrategy("FEWEST_CONVERSATIONS");

  /** Into any. */
  public static final SandboxGroupingStrategy ADD_TO_ANY =
      new SandboxGroupingStrategy("ADD_TO_ANY");

  private static final Set<SandboxGroupingStrategy> KNOWN =
      Set.of(NO_GROUPING, GROUP_BY_NEWEST, LEAST_RECENTLY_USED, FEWEST_CONVERSATIONS, ADD_TO_ANY);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SandboxGroupingStrategy of(String value) {
    return new SandboxGroupingStrategy(value);
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
