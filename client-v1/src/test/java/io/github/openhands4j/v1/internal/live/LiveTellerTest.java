package io.github.openhands4j.v1.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v1.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener of live events is told. */
class LiveTellerTest {

  private static Event event(String id) throws JsonProcessingException {
    return Json.mapper(1_000)
        .readValue(
            "{\"kind\":\"PauseEvent\",\"id\":\"" + id + "\",\"source\":\"user\"}", Event.class);
  }

  @Test
  void eventIsToldOnceAndOneWithoutAnIdEachTime() throws JsonProcessingException {
    List<String> told = new ArrayList<>();
    LiveTeller teller = new LiveTeller(event -> told.add(event.id()), null);
    for (String id : List.of("a", "", "a", "", "b")) {
      teller.tell(event(id));
    }

    assertThat(told).containsExactly("a", "", "", "b");
  }

  @Test
  void whatWasToldIsRememberedAsAWholeUpToTenThousand() throws JsonProcessingException {
    LiveTeller teller = new LiveTeller(event -> {}, null);
    for (int n = 0; n < 9_999; n++) {
      teller.tell(event("event " + n));
    }
    assertThat(teller.remembersAll()).isTrue();
    teller.tell(event("the last"));

    assertThat(teller.remembersAll()).isFalse();
  }
}
