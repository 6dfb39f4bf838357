package io.github.openhands4j.mutations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of switching a guard off.
 *
 * @param guard the guard
 * @param noticed the tests that failed for it; none if the guard survived
 * @param took how long its tests ran
 */
record Experiment(Guard guard, List<TestRun.Failure> noticed, Duration took) {

  /**
   * Switches a guard off and runs its tests.
   *
   * @param root the folder of the project
   * @param guard the guard
   * @return what came of it
   * @throws BrokenMutationException if it proves nothing: the mutation finds no place, no test ran,
   *     no test used the changed class, or a test failed because something could not be loaded
   */
  static Experiment of(Path root, Guard guard) {
    long begun = System.nanoTime();
    ProjectLoader loader = ProjectLoader.without(root, guard);
    TestRun run = TestRun.of(loader, guard.tests());
    if (run.ran() == 0 && run.failures().isEmpty()) {
      throw new BrokenMutationException("No test ran for '" + guard.name() + "'.");
    }
    for (TestRun.Failure failure : run.failures()) {
      if (failure.isOfLoading()) {
        throw new BrokenMutationException(
            "The mutation of '" + guard.name() + "' broke the class, not the guard.",
            failure.cause());
      }
    }
    if (!loader.usedTheMutant()) {
      throw new BrokenMutationException(
          "No test of '" + guard.name() + "' uses " + guard.type() + ".");
    }
    return new Experiment(guard, run.failures(), Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Whether a test noticed. */
  boolean killed() {
    return !noticed.isEmpty();
  }

  /** One line for the report. */
  String line() {
    return "%s  %s (%d ms)%s"
        .formatted(
            killed() ? "killed  " : "SURVIVED",
            guard.name(),
            took.toMillis(),
            killed() ? "" : " and nothing notices, not " + guard.tests() + ". " + guard.reason());
  }

  /** What the tests said, for whoever doubts that they noticed the right thing. */
  String why() {
    return noticed.stream()
        .map(failure -> "  " + failure.inOneLine())
        .collect(Collectors.joining("\n"));
  }
}
