package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a difference between the events of two runs. */
class EventShapesTest {

  private static final String PAUSE = "{\"kind\":\"PauseEvent\",\"source\":\"user\"}";

  private static List<JsonNode> events(String... events) {
    return Stream.of(events).map(Answers::parsed).toList();
  }

  private static List<Difference> differences(List<JsonNode> real, List<JsonNode> simulated) {
    return EventShapes.differences("GET /x", real, simulated);
  }

  @Test
  void kindThatOnlyOneSideHasIsNoticed() {
    String other = PAUSE.replace("user", "agent");

    assertThat(differences(events(PAUSE, other), events(PAUSE)))
        .containsExactly(new Difference("GET /x", "PauseEvent agent $", "object", "nothing"));
    assertThat(differences(events(PAUSE), events(other, PAUSE)))
        .containsExactly(new Difference("GET /x", "PauseEvent agent $", "nothing", "object"));
  }

  @Test
  void numberAndOrderOfEventsDoNotCount() {
    String state = "{\"kind\":\"S\",\"key\":\"k\"}";

    assertThat(differences(events(PAUSE, state, PAUSE), events(state, PAUSE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kind\":\"K\",\"a\":1}|{\"kind\":\"K\",\"a\":\"1\"}|K $.a",
        "{\"kind\":\"K\",\"a\":null}|{\"kind\":\"K\"}|K $.a",
        "{\"kind\":\"K\",\"a\":null}|{\"kind\":\"K\",\"a\":{}}|K $.a",
        "{\"kind\":\"K\",\"a\":[{\"b\":1}]}|{\"kind\":\"K\",\"a\":[{}]}|K $.a[].b",
        "{\"kind\":\"K\",\"action\":{\"kind\":\"A\"}}|{\"kind\":\"K\",\"action\":{\"kind\":\"A\",\"b\":1}}|K"
            + " A $.action.b",
      })
  void eachKeyTypeAndNullCounts(String real, String simulated, String place) {
    assertThat(differences(events(real), events(simulated)))
        .extracting(Difference::place)
        .containsExactly(place);
  }

  @Test
  void allEventsOfAKindAreLookedAt() {
    String some = "{\"kind\":\"K\",\"a\":1}";
    String other = "{\"kind\":\"K\"}";

    assertThat(differences(events(some, other), events(other, some))).isEmpty();
    assertThat(differences(events(some, other), events(some)))
        .containsExactly(
            new Difference("GET /x", "K $.a", "nothing or whole number", "whole number"));
  }

  @Test
  void emptyListSaysNothingOfItsElements() {
    assertThat(differences(events("{\"a\":[]}"), events("{\"a\":[{\"b\":1}]}"))).isEmpty();
  }
}
