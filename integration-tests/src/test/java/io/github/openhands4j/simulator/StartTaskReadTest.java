package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batch, search and count of start tasks. */
class StartTaskReadTest {

  private final ManualClock clock = new ManualClock();
  private final OpenHandsSimulator server =
      OpenHandsSimulator.builder().clock(clock).startPace(Pace.manual()).start();
  private final Caller caller = new Caller(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void batchKeepsTheOrderOfTheRequestWithNullsAndRepeats() throws IOException {
    String task = caller.start(UUID.randomUUID().toString()).get("id").asText();
    String unknown = UUID.randomUUID().toString();

    JsonNode answer =
        caller.get(TASKS + "?ids=" + unknown + "&ids=" + task + "&ids=" + task).json();

    assertThat(answer).hasSize(3);
    assertThat(answer.get(0).isNull()).isTrue();
    assertThat(answer.get(1).get("id").asText()).isEqualTo(task);
    assertThat(answer.get(2).get("id").asText()).isEqualTo(task);
  }

  @Test
  void batchTakesAHundredIdsAndNoMore() throws IOException {
    String query = String.join("&", Collections.nCopies(100, "ids=" + UUID.randomUUID()));

    assertThat(caller.get(TASKS + "?" + query).status()).isEqualTo(200);
    Caller.Answer refused = caller.get(TASKS + "?" + query + "&ids=" + UUID.randomUUID());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo("{\"detail\":\"Cannot request more than 100 start tasks at once, got 101\"}");
  }

  @Test
  void batchRefusesABadIdAndNoIds() throws IOException {
    Caller.Answer bad = caller.get(TASKS + "?ids=abc");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.json().at("/detail/0/type").asText()).isEqualTo("uuid_parsing");
    assertThat(caller.get(TASKS).json().at("/detail/0/type").asText()).isEqualTo("missing");
  }

  @Test
  void searchByConversationFindsOnlyWhatIsReady() throws IOException {
    String id = UUID.randomUUID().toString();
    caller.start(id);
    String path = "?conversation_id__eq=" + id;
    assertThat(caller.get(TASKS + "/search" + path).json().get("items")).isEmpty();

    server.advance(7);

    assertThat(caller.get(TASKS + "/search" + path).json().get("items")).hasSize(1);
    assertThat(caller.get(TASKS + "/count" + path).text()).isEqualTo("1");
  }

  @Test
  void searchByTimeFindsAStartUnderWayWithItsIdInTheEcho() throws IOException {
    String id = UUID.randomUUID().toString();
    Instant before = clock.instant();
    caller.start(id);

    JsonNode found = caller.get(TASKS + "/search?created_at__gte=" + before.minusSeconds(5)).json();
    JsonNode none = caller.get(TASKS + "/search?created_at__gte=" + before.plusSeconds(5)).json();

    assertThat(found.at("/items/0/request/conversation_id").asText()).isEqualTo(id);
    assertThat(found.at("/items/0/status").asText()).isEqualTo("WORKING");
    assertThat(none.get("items")).isEmpty();
    assertThat(caller.get(TASKS + "/search?created_at__gte=2026-01-01").status()).isEqualTo(200);
    assertThat(caller.get(TASKS + "/search?created_at__gte=2026-01-01T00:00:00+00:00").status())
        .isEqualTo(422);
    assertThat(caller.get(TASKS + "/search?created_at__gte=2026-01-01T00:00:00%2B00:00").status())
        .isEqualTo(200);
  }

  @Test
  void searchIsNewestFirstUnlessToldAndPagesByOffset() throws IOException {
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tasks.add(caller.start(UUID.randomUUID().toString()).get("id").asText());
      clock.plusSeconds(1);
    }

    JsonNode first = caller.get(TASKS + "/search?limit=2").json();
    assertThat(first.at("/items/0/id").asText()).isEqualTo(tasks.get(2));
    assertThat(first.get("next_page_id").asText()).isEqualTo("2");
    JsonNode second = caller.get(TASKS + "/search?limit=2&page_id=2").json();
    assertThat(second.at("/items/0/id").asText()).isEqualTo(tasks.get(0));
    assertThat(second.get("next_page_id").isNull()).isTrue();
    assertThat(caller.get(TASKS + "/search?page_id=zzz").json().get("items")).hasSize(3);
    assertThat(
            caller.get(TASKS + "/search?sort_order=CREATED_AT").json().at("/items/0/id").asText())
        .isEqualTo(tasks.get(0));
    assertThat(caller.get(TASKS + "/search?sort_order=SIDEWAYS").status()).isEqualTo(422);
    assertThat(caller.get(TASKS + "/search?limit=101").status()).isEqualTo(422);
    assertThat(caller.get(TASKS + "/search?limit=0").status()).isEqualTo(422);
  }
}
