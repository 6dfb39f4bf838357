package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that tests add, and how the app server searches them. */
class SimulatedStoredEventsTest {

  private static final int MANY = 100_000;

  private AgentWorld world;
  private String path;
  private SimulatedEvents events;

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld();
    path = "/api/v1/conversation/" + world.id + "/events";
    events = world.server.conversation(world.id).events();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private JsonNode search(String query) throws IOException {
    return world.app.get(path + "/search?" + query).json();
  }

  private static String at(int second) {
    return String.format(
        Locale.ROOT, "{\"kind\":\"PauseEvent\",\"timestamp\":\"2030-01-01T00:00:%02d\"}", second);
  }

  @Test
  void filtersByKindAndTimeInBothOrders() throws IOException {
    String third = events.add(at(3));
    String first = events.add(at(1));
    String second = events.add(at(2));

    assertThat(events.atAppServer()).endsWith(first, second, third);
    assertThat(events.atAgentServer()).endsWith(third, first, second);
    assertThat(search("kind__eq=PauseEvent&limit=2").get("items")).hasSize(2);
    JsonNode newest = search("kind__eq=PauseEvent&sort_order=TIMESTAMP_DESC&limit=1");
    assertThat(newest.at("/items/0/id").asText()).isEqualTo(third);
    assertThat(newest.get("next_page_id").asText()).isEqualTo("1");
    assertThat(
            search("kind__eq=PauseEvent&sort_order=TIMESTAMP_DESC&page_id=1&limit=1")
                .at("/items/0/id")
                .asText())
        .isEqualTo(second);
    JsonNode between =
        search("timestamp__gte=2030-01-01T00:00:02&timestamp__lt=2030-01-01T00:00:03");
    assertThat(between.get("items")).hasSize(1);
    assertThat(between.at("/items/0/id").asText()).isEqualTo(second);
    assertThat(between.get("next_page_id").isNull()).isTrue();
    assertThat(
            world
                .app
                .get(path + "/count?kind__eq=PauseEvent&timestamp__lt=2030-01-01T00:00:03")
                .text())
        .isEqualTo("2");
    assertThat(world.app.get(path + "/search?kind__eq=Nothing").status()).isEqualTo(422);
  }

  @Test
  void timesWithAZoneAreComparedAsTexts() throws IOException {
    events.add(at(1));

    assertThat(search("timestamp__gte=2030-01-01T00:00:01").get("items")).hasSize(1);
    assertThat(search("timestamp__gte=2030-01-01T00:00:01Z").get("items")).isEmpty();
  }

  @Test
  void eventsCanBeMissingOnEitherSide() throws IOException {
    String lost = events.addToAgentServerOnly(at(1));
    String snapshot =
        events.addToAppServerOnly(
            "{\"kind\":\"ConversationStateUpdateEvent\",\"key\":\"full_state\",\"value\":{}}");

    JsonNode batch = world.app.get(path + "?id=" + lost + "&id=" + snapshot).json();
    assertThat(batch.get(0).isNull()).isTrue();
    assertThat(batch.get(1).get("key").asText()).isEqualTo("full_state");
    assertThat(events.atAgentServer()).contains(lost).doesNotContain(snapshot);
  }

  @Test
  void eventsOfADeletedConversationStay() throws IOException {
    String before = world.app.get(path + "/count").text();
    world.app.send("DELETE", Caller.STARTS + "/" + world.id, "");

    assertThat(before).isNotEqualTo("0");
    assertThat(world.app.get(path + "/count").text()).isEqualTo(before);
    assertThat(world.server.events(world.id).atAppServer()).hasSize(Integer.parseInt(before));
    String unknown = "/api/v1/conversation/" + UUID.randomUUID() + "/events";
    assertThat(world.app.get(unknown + "/search").json().get("items")).isEmpty();
  }

  @Test
  void onlyObjectsAreTaken() {
    assertThatThrownBy(() -> events.add("[]")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> events.add("{")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.server.events("abc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyEventsArePagedFromBothServers() throws IOException {
    events.addMany(MANY, i -> "{\"kind\":\"PauseEvent\",\"source\":\"user\",\"number\":" + i + "}");

    assertThat(pages(world.app, path + "/search?kind__eq=PauseEvent")).isEqualTo(MANY);
    assertThat(pages(world.agent, world.conversation + "/events/search?source=user"))
        .isEqualTo(MANY + 1);
  }

  private int pages(Caller caller, String search) throws IOException {
    Set<String> seen = new HashSet<>();
    String next = "";
    while (next != null) {
      JsonNode page = caller.get(search + next, AgentWorld.KEY, world.key()).json();
      page.get("items").forEach(event -> seen.add(event.get("id").asText()));
      JsonNode token = page.get("next_page_id");
      next = token.isNull() ? null : "&page_id=" + token.asText();
    }
    return seen.size();
  }
}
