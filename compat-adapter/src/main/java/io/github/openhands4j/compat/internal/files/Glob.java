package io.github.openhands4j.compat.internal.files;

import java.util.BitSet;
import java.util.List;

/**
 * A glob of a {@code .gitignore}. It goes through a path once, with all steps at which it may be:
 * the time is bounded by the length of the path times that of the glob. Immutable.
 */
final class Glob {

  private final List<GlobStep> steps;
  private final boolean foldersOnly;

  /**
   * Makes one.
   *
   * @param steps what it consists of
   * @param foldersOnly whether it fits folders alone
   */
  Glob(List<GlobStep> steps, boolean foldersOnly) {
    this.steps = List.copyOf(steps);
    this.foldersOnly = foldersOnly;
  }

  /** Whether it fits a path, or a folder that the path leads through. */
  boolean fits(String path) {
    BitSet places = new BitSet(steps.size() + 1);
    enter(places, 0);
    for (int at = 0; at < path.length() && !places.isEmpty(); ) {
      int c = path.codePointAt(at);
      if (c == '/' && places.get(steps.size())) {
        return true;
      }
      places = after(places, c);
      at += Character.charCount(c);
    }
    return !foldersOnly && places.get(steps.size());
  }

  private BitSet after(BitSet places, int c) {
    BitSet next = new BitSet(steps.size() + 1);
    for (int i = places.nextSetBit(0); i >= 0 && i < steps.size(); i = places.nextSetBit(i + 1)) {
      GlobStep step = steps.get(i);
      switch (step.kind()) {
        case ONE -> {
          if (step.fits().test(c)) {
            enter(next, i + 1);
          }
        }
        case MANY -> {
          if (step.fits().test(c)) {
            enter(next, i);
          }
        }
        case FOLDERS -> {
          next.set(i); // within a folder: it goes on behind a slash only
          if (c == '/') {
            enter(next, i + 1);
          }
        }
      }
    }
    return next;
  }

  /** With a step that may take nothing, the one behind it is entered too. */
  private void enter(BitSet places, int step) {
    int i = step;
    places.set(i);
    while (i < steps.size() && steps.get(i).mayTakeNothing()) {
      i++;
      places.set(i);
    }
  }
}
