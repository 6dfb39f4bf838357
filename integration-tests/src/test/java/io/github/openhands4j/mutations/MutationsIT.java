package io.github.openhands4j.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each guard, switched off, makes a test fail that passes otherwise. What the tests said is in
 * {@code target/mutations.txt}. The property {@code mutations.only} narrows the run down to guards
 * whose names hold a match of it.
 */
class MutationsIT {

  private static final Path ROOT = Path.of("..");
  private static final Path REPORT = Path.of("target", "mutations.txt");

  private static List<Guard> guards() {
    Pattern only = Pattern.compile(System.getProperty("mutations.only", ""));
    return Stream.of(
            TransportGuards.ALL,
            AnswerGuards.ALL,
            AgentGuards.ALL,
            RepeatGuards.ALL,
            StartGuards.ALL,
            RecordGuards.ALL,
            LimitGuards.ALL,
            ClockGuards.ALL,
            MessageGuards.ALL,
            WaitGuards.ALL,
            V0Guards.ALL,
            HttpDoorGuards.ALL,
            DirectGuards.ALL)
        .flatMap(List::stream)
        .filter(guard -> only.matcher(guard.name()).find())
        .toList();
  }

  @Test
  void eachGuardSwitchedOffIsNoticed() throws IOException {
    List<Guard> guards = guards();
    assertThat(guards).isNotEmpty().extracting(Guard::name).doesNotHaveDuplicates();
    allPassAsItIs(guards);

    List<String> report = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Guard guard : guards) {
      String line;
      try {
        Experiment experiment = Experiment.of(ROOT, guard);
        line = experiment.line();
        report.add(line);
        report.add(experiment.why());
        if (!experiment.killed()) {
          wrong.add(line);
        }
      } catch (BrokenMutationException broken) {
        line = "BROKEN    " + guard.name() + ": " + broken.getMessage();
        report.add(line + " " + broken.getCause());
        wrong.add(line);
      }
      System.out.println(line);
    }
    String sum = "guards " + guards.size() + ", killed " + (guards.size() - wrong.size());
    report.add(sum);
    Files.write(REPORT, report);
    System.out.println(sum);

    assertThat(wrong).isEmpty();
  }

  /** Only then does a failure without a guard mean anything. */
  private static void allPassAsItIs(List<Guard> guards) {
    List<String> tests =
        guards.stream().flatMap(guard -> guard.tests().stream()).distinct().toList();
    TestRun run = TestRun.of(ProjectLoader.of(ROOT), tests);

    assertThat(run.failures()).as("failures with all guards on").isEmpty();
    assertThat(run.ran()).isGreaterThanOrEqualTo(tests.size());
  }
}
