package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference between V0 and the adapter that somebody looked at and meant.
 *
 * @param call what a reader is told of where it shows
 * @param v0 what a reader is told of V0
 * @param adapter what a reader is told of the adapter
 * @param reason why it is right, in a full sentence
 * @param timing whether it may show or not, by how fast a server is
 * @param fields the fields in which it shows
 */
record ReviewedDifference(
    @JsonProperty("call") String call,
    @JsonProperty("v0") String v0,
    @JsonProperty("adapter") String adapter,
    @JsonProperty("reason") @Nullable String reason,
    @JsonProperty("timing") boolean timing,
    @JsonProperty("fields") List<ReviewedField> fields) {

  private static final int SHORTEST_REASON = 20;

  /** Whether it is this difference. */
  boolean explains(Difference difference) {
    return fields.stream().anyMatch(field -> field.explains(difference));
  }

  /** The steps and fields in which it does not show any more; none if it depends on timing. */
  List<String> vanishedFrom(List<Difference> differences) {
    return timing
        ? List.of()
        : fields.stream()
            .flatMap(
                field ->
                    field.vanishedFrom(differences).stream()
                        .map(step -> step + "  " + field.field()))
            .toList();
  }

  /** Whether it says why, in a sentence. */
  boolean isReasoned() {
    return reason != null && reason.length() >= SHORTEST_REASON && reason.endsWith(".");
  }

  /**
   * The fields that may show or not and would take the adapter's every value, so that nothing of it
   * would be compared.
   */
  List<String> uncompared() {
    return fields.stream()
        .filter(field -> timing && new ExpectedValue(field.adapter()).isAnything())
        .map(ReviewedField::field)
        .toList();
  }

  /** Its row in the table for readers. */
  String row() {
    String by = timing ? " It does not always show." : "";
    return "| " + String.join(" | ", call, v0, adapter, reason + by) + " |\n";
  }
}
