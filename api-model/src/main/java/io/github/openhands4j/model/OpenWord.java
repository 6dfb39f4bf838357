package io.github.openhands4j.model;

/**
 * A word of the wire whose set of values the server may extend.
 *
 * <p>Compare with {@code equals} against the constants of the type, and expect values that are not
 * among them.
 */
public interface OpenWord {

  /**
   * The word as it stands on the wire.
   *
   * @return the wire value, never empty by contract of the server
   */
  String value();

  /**
   * Whether this release has a constant for the word.
   *
   * @return false for a word that came into use after this release
   */
  boolean isKnown();
}
