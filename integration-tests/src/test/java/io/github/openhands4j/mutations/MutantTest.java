package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.both;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.denies;
import static io.github.openhands4j.mutations.Mutation.finds;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as noticed, and what is a mistake in an entry. */
class MutantTest {

  private static final Path ROOT = Path.of("..");
  private static final String GATE = "mutations.sample.Gate";
  private static final String TESTS = "mutations.sample.GateTest#";

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(answers("pass", "Set.contains", Value.TRUE), "strangersStayOutside"),
        arguments(answers("pass", "Set.contains", Value.FALSE), "knownNamesPass[2]"),
        arguments(reads("pass", "Gate.nobody", "known"), "knownNamesPass"),
        arguments(returns("pass", Value.TRUE), "onlyNamesPass"),
        arguments(denies("pass", "String"), "knownNamesPass"),
        arguments(counts("pass", 2, 3), "twoMayPass"),
        arguments(skips("pass", "List.add"), "knownNamesPass[1]"),
        arguments(returns("last", Value.EMPTY), "knownNamesPass"),
        arguments(finds("pass", "Gate.shut", Value.FALSE), "nobodyPassesOnceItIsShut"),
        arguments(returns("shut", Value.NOTHING), "nobodyPassesOnceItIsShut"),
        arguments(answers("fee", "Math.max", Value.FIRST), "feeIsNeverBelowThatOfOne"),
        arguments(answers("fee", "Math.max", Value.of(0L)), "feeIsNeverBelowThatOfOne"),
        arguments(counts("fee", 5_000_000_000L, 4L), "feeIsNeverBelowThatOfOne"),
        arguments(
            both(returns("shut", Value.NOTHING), counts("pass", 2, 3)),
            "nobodyPassesOnceItIsShut"));
  }

  private static Experiment without(Mutation mutation, String test) {
    return Experiment.of(ROOT, guard("a guard", "It guards.", GATE, mutation, TESTS + test));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changeIsNoticedByTheTestOfWhatItTakesAway(Mutation change, String test) {
    assertThat(without(change, test).killed()).isTrue();
  }

  @Test
  void changeThatNoTestLooksAtSurvives() {
    Experiment experiment = without(counts("pass", 2, 3), "strangersStayOutside");

    assertThat(experiment.killed()).isFalse();
    assertThat(experiment.line()).startsWith("SURVIVED  a guard").contains("It guards.");
  }

  @Test
  void testsPassWithAllGuardsOn() {
    TestRun run =
        TestRun.of(
            ProjectLoader.of(ROOT),
            changes().map(change -> TESTS + change.get()[1]).distinct().toList());

    assertThat(run.failures()).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(returns("leave", Value.TRUE), "twoMayPass", "Returns[method=leave"),
        arguments(skips("pass", "Set.add"), "twoMayPass", "Set.add"),
        arguments(finds("pass", "Gate.open", Value.TRUE), "twoMayPass", "Gate.open"),
        arguments(counts("pass", 4, 3), "twoMayPass", "number=4"),
        arguments(both(counts("pass", 2, 3), counts("pass", 4, 3)), "twoMayPass", "number=4"),
        arguments(counts("pass", 2, 3), "fourMayPass", "There is no test"),
        arguments(counts("pass", 2, 3), "knownNamesPass[3]", "No test ran"),
        arguments(reads("pass", "Gate.shut", "open"), "twoMayPass", "broke the class"),
        arguments(returns("fee", Value.NULL), "twoMayPass", "broke the class"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void entryThatProvesNothingIsAMistake(Mutation change, String test, String why) {
    assertThatThrownBy(() -> without(change, test))
        .isInstanceOf(BrokenMutationException.class)
        .hasMessageContaining(why);
  }

  @Test
  void testThatDoesNotUseTheClassIsAMistake() {
    Guard guard =
        guard(
            "a guard",
            "It guards.",
            "core.internal.http.Origin",
            returns("toString", Value.of("")),
            TESTS + "twoMayPass");

    assertThatThrownBy(() -> Experiment.of(ROOT, guard))
        .isInstanceOf(BrokenMutationException.class)
        .hasMessageContaining("uses core.internal.http.Origin");
  }

  @Test
  void projectThatIsNotBuiltIsToldWithTheFolder() {
    assertThatThrownBy(() -> ProjectLoader.of(Path.of("no-such-folder")))
        .isInstanceOf(BrokenMutationException.class)
        .hasMessageContaining("no-such-folder")
        .hasMessageContaining("./mvnw test-compile");
  }
}
