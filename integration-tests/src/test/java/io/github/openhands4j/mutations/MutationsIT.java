package io.github.openhands4j.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each guard, switched off, makes a test fail that passes otherwise. The property {@code
 * mutations.only} narrows the run down to guards whose names hold a text.
 */
class MutationsIT {

  private static final Path ROOT = Path.of("..");

  static List<Guard> guards() {
    String only = System.getProperty("mutations.only", "");
    return Stream.of(
            TransportGuards.ALL,
            AnswerGuards.ALL,
            RepeatGuards.ALL,
            StartGuards.ALL,
            WaitGuards.ALL,
            V0Guards.ALL)
        .flatMap(List::stream)
        .filter(guard -> guard.name().contains(only))
        .toList();
  }

  @Test
  void eachGuardSwitchedOffIsNoticed() throws Exception {
    List<Guard> guards = guards();
    assertThat(guards).extracting(Guard::name).doesNotHaveDuplicates();
    assertThat(guards).extracting(Guard::mutation).isNotEmpty();
    try (ProjectLoader asItIs = ProjectLoader.of(ROOT)) {
      List<String> tests =
          guards.stream().flatMap(guard -> guard.tests().stream()).distinct().toList();
      TestRun run = TestRun.of(asItIs, tests);
      assertThat(run.failures()).as("failures with all guards on").isEmpty();
      assertThat(run.ran()).isGreaterThanOrEqualTo(tests.size());
    }

    List<String> wrong = new ArrayList<>();
    int killed = 0;
    for (Guard guard : guards) {
      String line;
      try {
        Experiment experiment = Experiment.of(ROOT, guard);
        line = experiment.line();
        if (experiment.killed()) {
          killed++;
        } else {
          wrong.add(line);
        }
      } catch (BrokenMutationException broken) {
        line = "BROKEN    " + guard.name() + ": " + broken.getMessage() + " " + broken.getCause();
        wrong.add(line);
      }
      System.out.println(line);
    }
    System.out.println("guards " + guards.size() + ", killed " + killed);

    assertThat(wrong).isEmpty();
    assertThat(killed).isEqualTo(guards.size());
  }
}
