package io.github.openhands4j.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The random choices of one schedule: the same seed chooses the same. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to just below 1. */
  double share() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(long least, long most) {
    return least >= most ? least : random.nextLong(least, most + 1);
  }

  long upTo(long most) {
    return between(0, most);
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
