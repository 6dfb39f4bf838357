package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the agent server searches its events. */
class AgentEventTest {

  private AgentWorld world;
  private String path;

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld();
    path = world.conversation + "/events";
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private JsonNode search(String query) throws IOException {
    return world.get(path + "/search?" + query).json();
  }

  @Test
  void pageTokenIsTheFirstEventOfTheNextPage() throws IOException {
    JsonNode first = search("limit=2");
    JsonNode second = search("limit=2&page_id=" + first.get("next_page_id").asText());

    assertThat(second.at("/items/0/id")).isEqualTo(first.get("next_page_id"));
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.get("next_page_id").isNull()).isTrue();
    assertThat(search("limit=2&page_id=nonsense").get("items")).isEqualTo(first.get("items"));
    assertThat(search("sort_order=TIMESTAMP_DESC&limit=1").at("/items/0/kind").asText())
        .isEqualTo("ConversationStateUpdateEvent");
  }

  @Test
  void kindWantsThePythonClassWithItsPackages() throws IOException {
    assertThat(search("kind=MessageEvent").get("items")).isEmpty();
    assertThat(search("kind=openhands.sdk.event.llm_convertible.message.MessageEvent").get("items"))
        .hasSize(1);
    assertThat(search("source=agent").at("/items/0/kind").asText()).isEqualTo("SystemPromptEvent");
    assertThat(search("body=ell").get("items")).hasSize(1);
    assertThat(search("body=nothing").get("items")).isEmpty();
  }

  @Test
  void timesWithAZoneAreConverted() throws IOException {
    world
        .server
        .events(world.id)
        .add("{\"kind\":\"PauseEvent\",\"timestamp\":\"2030-01-01T10:00:00\"}");

    assertThat(search("timestamp__gte=2030-01-01T12:00:00%2B02:00").get("items")).hasSize(1);
    assertThat(search("timestamp__gte=2030-01-01T10:00:01Z").get("items")).isEmpty();
    assertThat(world.get(path + "/count?timestamp__lt=2030-01-01T10:00:00Z").text()).isEqualTo("4");
  }

  @Test
  void tooLargeAPageAndAnUnknownEventAreCrashes() throws IOException {
    Caller.Answer large = world.get(path + "/search?limit=101");
    assertThat(large.status()).isEqualTo(500);
    assertThat(large.json().get("exception").asText()).isEmpty();
    assertThat(world.get(path + "/search?limit=0").status()).isEqualTo(422);
    Caller.Answer unknown = world.get(path + "/nosuch");
    assertThat(unknown.status()).isEqualTo(500);
    assertThat(unknown.json().get("error_id").asText()).hasSize(32);
    String id = search("limit=2").at("/items/1/id").asText();
    assertThat(world.get(path + "/" + id).json().get("llm_response_id").isNull()).isTrue();
  }
}
