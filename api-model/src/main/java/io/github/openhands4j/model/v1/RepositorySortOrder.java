package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The order of a search for repositories.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record RepositorySortOrder(@JsonValue String value) implements OpenWord {

  /** Most stars first. */
  public static final RepositorySortOrder STARS_DESC = new RepositorySortOrder("stars-desc");

  /** Fewest stars first. */
  public static final RepositorySortOrder STARS_ASC = new RepositorySortOrder("stars-asc");

  /** Most forks first. */
  public static final RepositorySortOrder FORKS_DESC = new RepositorySortOrder("forks-desc");

  /** Fewest forks first. */
  public static final RepositorySortOrder FORKS_ASC = new RepositorySortOrder("forks-asc");

  /** Last changed first. */
  public static final RepositorySortOrder UPDATED_DESC = new RepositorySortOrder("updated-desc");

  /** First changed first. */
  public static final RepositorySortOrder UPDATED_ASC = new RepositorySortOrder("updated-asc");

  private static final Set<RepositorySortOrder> KNOWN =
      Set.of(STARS_DESC, STARS_ASC, FORKS_DESC, FORKS_ASC, UPDATED_DESC, UPDATED_ASC);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RepositorySortOrder of(String value) {
    return new RepositorySortOrder(value);
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
