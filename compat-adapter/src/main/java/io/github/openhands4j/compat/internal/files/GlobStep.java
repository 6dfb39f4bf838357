package io.github.openhands4j.compat.internal.files;

import java.util.function.IntPredicate;

/**
 * A step of a glob.
 *
 * @param kind how much of a path it takes
 * @param fits the characters that it takes
 */
record GlobStep(Kind kind, IntPredicate fits) {

  /** How much of a path a step takes. */
  enum Kind {
    /** One character. */
    ONE,
    /** Any number of characters. */
    MANY,
    /** Nothing, or whole folders with the slash behind them. */
    FOLDERS
  }

  static final GlobStep FOLDERS = new GlobStep(Kind.FOLDERS, c -> true);
  static final GlobStep ANYTHING = new GlobStep(Kind.MANY, c -> true);
  static final GlobStep STAR = new GlobStep(Kind.MANY, GlobStep::isName);
  static final GlobStep NAME_LETTER = new GlobStep(Kind.ONE, GlobStep::isName);

  static GlobStep letter(int letter) {
    return new GlobStep(Kind.ONE, c -> c == letter);
  }

  boolean mayTakeNothing() {
    return kind != Kind.ONE;
  }

  private static boolean isName(int c) {
    return c != '/';
  }
}
