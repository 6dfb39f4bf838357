package io.github.openhands4j.mutations.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets known names through, a few at a time: something to be broken by mutations. */
final class Gate {

  private static final int MOST = 2;
  private static final long FEE = 5_000_000_000L;

  private final Set<String> known;
  private final Set<String> nobody = Set.of();
  private final List<String> through = new ArrayList<>();
  private boolean shut;

  Gate(Set<String> known) {
    this.known = known;
  }

  boolean pass(Object guest) {
    if (shut || through.size() >= MOST || !(guest instanceof String name)) {
      return false;
    }
    if (known.contains(name) && nobody.isEmpty()) {
      through.add(name);
      return true;
    }
    return false;
  }

  Optional<String> last() {
    return through.isEmpty() ? Optional.empty() : Optional.of(through.get(through.size() - 1));
  }

  long fee(int guests) {
    return Math.max(FEE, guests * FEE);
  }

  void shut() {
    shut = true;
  }
}
