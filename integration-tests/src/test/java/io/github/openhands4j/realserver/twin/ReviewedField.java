package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a reviewed difference. In steps and field a {@code *} stands for any text.
 *
 * @param steps in which steps it shows, each as {@code scenario/step}
 * @param field in which field of the outcome; empty for the outcome as a whole
 * @param v0 what V0 has there
 * @param adapter what the adapter has there
 */
record ReviewedField(
    @JsonProperty("steps") List<String> steps,
    @JsonProperty("field") String field,
    @JsonProperty("v0") JsonNode v0,
    @JsonProperty("adapter") JsonNode adapter) {

  boolean explains(Difference difference) {
    return steps.stream().anyMatch(step -> Glob.matches(step, difference.step()))
        && Glob.matches(field, difference.field())
        && new ExpectedValue(v0).fits(difference.v0())
        && new ExpectedValue(adapter).fits(difference.adapter());
  }

  /** The steps in which it does not show any more. */
  List<String> vanishedFrom(List<Difference> differences) {
    List<String> vanished = new ArrayList<>();
    for (String step : steps) {
      if (differences.stream().noneMatch(it -> Glob.matches(step, it.step()) && explains(it))) {
        vanished.add(step);
      }
    }
    return vanished;
  }
}
