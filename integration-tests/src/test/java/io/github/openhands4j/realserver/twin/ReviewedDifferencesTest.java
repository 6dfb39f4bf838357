package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedDifferencesTest {

  private static final Difference FOUND =
      new Difference("stop/get stopped", "returned.results[0].url", "\"/x/<it>\"", "null");

  private static ReviewedDifferences reviewed(String reason, String timing, String fields)
      throws IOException {
    return ReviewedDifferences.read(
        """
        [{"call": "get", "v0": "a path", "adapter": "`null`", "reason": %s, "timing": %s, "fields": [%s]}]
        """
            .formatted(reason, timing, fields));
  }

  private static ReviewedDifferences reviewed(String fields) throws IOException {
    return reviewed("\"V1 has no such thing.\"", "false", fields);
  }

  private static String field(String steps, String field, String v0, String adapter) {
    return """
        {"steps": [%s], "field": "%s", "v0": %s, "adapter": %s}
        """
        .formatted(steps, field, v0, adapter);
  }

  @Test
  void exactlyTheReviewedDifferencesAreFine() throws Exception {
    ReviewedDifferences reviewed =
        reviewed(field("\"stop/get *\"", "returned*.url", "\"/x/<*>\"", "null"));

    assertThat(reviewed.objectionsTo(List.of(FOUND))).isEmpty();
  }

  @Test
  void newDifferenceFails() throws Exception {
    ReviewedDifferences reviewed =
        reviewed(field("\"stop/get *\"", "returned*.url", "\"/x/<*>\"", "null"));
    Difference other = new Difference("stop/get stopped", "returned.title", "\"a\"", "\"b\"");

    assertThat(reviewed.objectionsTo(List.of(FOUND, other)))
        .singleElement()
        .asString()
        .startsWith("not reviewed: stop/get stopped  returned.title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"steps": ["start/*"], "field": "returned*.url", "v0": "/x/<*>", "adapter": null}
        """,
        """
        {"steps": ["stop/*"], "field": "returned*.id", "v0": "/x/<*>", "adapter": null}
        """,
        """
        {"steps": ["stop/*"], "field": "returned*.url", "v0": "/y/<*>", "adapter": null}
        """,
        """
        {"steps": ["stop/*"], "field": "returned*.url", "v0": "/x/<*>", "adapter": "nothing"}
        """
      })
  void differenceOfAnotherStepFieldOrValueIsNew(String fields) throws Exception {
    assertThat(reviewed(fields).objectionsTo(List.of(FOUND)))
        .anyMatch(objection -> objection.startsWith("not reviewed: "));
  }

  /** An end that is told too early is the worst the adapter could do to a caller who waits. */
  @Test
  void workingAgentThatShowsAsStoppedIsInNoReviewedDifference() throws Exception {
    for (String step :
        List.of("create/get idle", "message/get working", "message/get just after a message")) {
      Difference early = new Difference(step, "returned.status", "\"RUNNING\"", "\"STOPPED\"");

      assertThat(ReviewedDifferences.ofFile().objectionsTo(List.of(early)))
          .contains("not reviewed: " + early);
    }
  }

  @Test
  void vanishedEntryFails() throws Exception {
    ReviewedDifferences reviewed =
        reviewed(field("\"stop/get *\"", "returned*.url", "\"/x/<*>\"", "null"));

    assertThat(reviewed.objectionsTo(List.of()))
        .containsExactly("no longer so: stop/get *  returned*.url  (get)");
  }

  @Test
  void entryThatVanishedFromOneOfItsStepsFails() throws Exception {
    ReviewedDifferences reviewed =
        reviewed(field("\"stop/get *\", \"start/get\"", "returned*.url", "\"*\"", "null"));

    assertThat(reviewed.objectionsTo(List.of(FOUND)))
        .containsExactly("no longer so: start/get  returned*.url  (get)");
  }

  @Test
  void entryThatDependsOnTimingMayVanish() throws Exception {
    ReviewedDifferences reviewed =
        reviewed("\"A start takes some seconds.\"", "true", field("\"a/b\"", "status", "1", "2"));

    assertThat(reviewed.objectionsTo(List.of())).isEmpty();
  }

  /** It would not be compared any more: what may show or not is not missed either. */
  @Test
  void entryThatDependsOnTimingAndTakesAnyValueOfTheAdapterFails() throws Exception {
    String reason = "\"A start takes some seconds.\"";

    assertThat(reviewed(reason, "true", field("\"a/b\"", "status", "1", "\"*\"")).faults())
        .containsExactly("any value of the adapter would do: status  (get)");
    assertThat(reviewed(reason, "true", field("\"a/b\"", "status", "\"*\"", "2")).faults())
        .isEmpty();
    assertThat(reviewed(reason, "false", field("\"a/b\"", "status", "1", "\"*\"")).faults())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"V1.\"", "\"no full sentence, though it is long\""})
  void entryWithoutAReasonFails(String reason) throws Exception {
    ReviewedDifferences reviewed = reviewed(reason, "false", field("\"*\"", "*", "\"*\"", "\"*\""));

    assertThat(reviewed.objectionsTo(List.of(FOUND)))
        .containsExactly("no reason in a full sentence: get");
    assertThat(reviewed.faults()).hasSize(1);
  }

  @Test
  void textsInBracketsAreJsonWithStars() throws Exception {
    Difference whole = new Difference("a/b", "", "{\"returned\":null}", "{\"thrown\":{\"x\":1}}");

    assertThat(
            reviewed(field("\"a/b\"", "", "{\"returned\": null}", "\"{\\\"thrown\\\":*\""))
                .objectionsTo(List.of(whole)))
        .isEmpty();
  }

  @Test
  void tableHasARowForEachEntry() throws Exception {
    assertThat(reviewed(field("\"a\"", "returned.url", "\"x\"", "null")).table())
        .endsWith("|\n| get | a path | `null` | V1 has no such thing. |\n");
    assertThat(
            reviewed("\"A start takes some seconds.\"", "true", field("\"a\"", "b", "1", "2"))
                .table())
        .endsWith("| A start takes some seconds. It does not always show. |\n");
  }
}
