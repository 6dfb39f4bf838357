package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * The kind of a suggested task.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record TaskType(@JsonValue String value) implements OpenWord {

  /** A pull request has merge conflicts. */
  public static final TaskType MERGE_CONFLICTS = new TaskType("MERGE_CONFLICTS");

  /** Checks of a pull request fail. */
  public static final TaskType FAILING_CHECKS = new TaskType("FAILING_CHECKS");

  /** A pull request has unresolved comments. */
  public static final TaskType UNRESOLVED_COMMENTS = new TaskType("UNRESOLVED_COMMENTS");

  /** An issue is open. */
  public static final TaskType OPEN_ISSUE = new TaskType("OPEN_ISSUE");

  /** A pull request is open. */
  public static final TaskType OPEN_PR = new TaskType("OPEN_PR");

  /** A microagent is to be written. */
  public static final TaskType CREATE_MICROAGENT = new TaskType("CREATE_MICROAGENT");

  private static final Set<TaskType> KNOWN =
      Set.of(
          MERGE_CONFLICTS,
          FAILING_CHECKS,
          UNRESOLVED_COMMENTS,
          OPEN_ISSUE,
          OPEN_PR,
          CREATE_MICROAGENT);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskType of(String value) {
    return new TaskType(value);
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
