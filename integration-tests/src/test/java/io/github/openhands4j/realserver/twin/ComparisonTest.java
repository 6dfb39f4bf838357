package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static Map<String, @Nullable Object> step(@Nullable Object outcome) {
    Map<String, @Nullable Object> transcript = new HashMap<>();
    transcript.put("a/b", outcome);
    return transcript;
  }

  private static Map<String, @Nullable Object> tree(String key, @Nullable Object value) {
    Map<String, @Nullable Object> tree = new HashMap<>();
    tree.put(key, value);
    return tree;
  }

  @Test
  void equalAnswersHaveNoDifference() {
    Map<String, @Nullable Object> answer =
        step(tree("returned", Arrays.asList(1, null, tree("x", true))));

    assertThat(Comparison.of(answer, answer)).isEmpty();
  }

  @Test
  void everyDifferentFieldIsNamedByItsPath() {
    assertThat(
            Comparison.of(
                step(tree("returned", tree("rows", List.of(tree("url", "a"), tree("url", "b"))))),
                step(tree("returned", tree("rows", List.of(tree("url", "a"), tree("url", null)))))))
        .containsExactly(new Difference("a/b", "returned.rows[1].url", "\"b\"", "null"));
  }

  @Test
  void nullIsNotTheSameAsNothing() {
    assertThat(
            Comparison.of(
                step(tree("returned", tree("x", null))), step(tree("returned", new HashMap<>()))))
        .containsExactly(new Difference("a/b", "returned.x", "null", "nothing"));
  }

  @Test
  void numberIsNotTheSameAsItsText() {
    assertThat(Comparison.of(step(tree("returned", 1)), step(tree("returned", "1"))))
        .containsExactly(new Difference("a/b", "returned", "1", "\"1\""));
  }

  @Test
  void listsOfDifferentLengthDifferAsAWhole() {
    assertThat(Comparison.of(step(tree("returned", List.of(1))), step(tree("returned", List.of()))))
        .containsExactly(new Difference("a/b", "returned", "[1]", "[]"));
  }

  @Test
  void answerAndExceptionDifferAsAWhole() {
    assertThat(
            Comparison.of(step(tree("returned", true)), step(tree("thrown", tree("status", 404)))))
        .containsExactly(
            new Difference("a/b", "", "{\"returned\":true}", "{\"thrown\":{\"status\":404}}"));
  }

  @Test
  void stepThatOnlyOneSideMadeIsADifference() {
    assertThat(Comparison.of(step(tree("returned", true)), Map.of()))
        .containsExactly(new Difference("a/b", "", "{\"returned\":true}", "nothing"));
    assertThat(Comparison.of(Map.of(), step(tree("returned", true))))
        .containsExactly(new Difference("a/b", "", "nothing", "{\"returned\":true}"));
  }
}
