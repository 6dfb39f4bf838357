package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.MessageEvent;
import io.github.openhands4j.model.v1.event.UnknownEvent;
import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The events of both servers as one list. */
@Timeout(60)
class ConversationEventsTest {

  private static final String STORED = "/api/v1/conversation/[^/]+/events/search";

  private final LiveWorld world =
      new LiveWorld(server -> server.eventDelivery(5, Duration.ofSeconds(30)));

  @AfterEach
  void close() {
    world.close();
  }

  private static List<String> ids(Stream<Event> events) {
    return events.map(Event::id).toList();
  }

  @Test
  void whatOnlyOneServerHasStandsAtItsPlaceInTime() {
    String snapshot = world.events().addToAppServerOnly("{\"kind\":\"PauseEvent\"}");
    String neverStored = world.events().addToAgentServerOnly("{\"kind\":\"PauseEvent\"}");
    List<String> later = world.happen(8);
    assertThat(world.events().atAppServer()).doesNotContain(later.get(7));

    List<String> all = ids(world.conversation.events().all());

    assertThat(all)
        .doesNotHaveDuplicates()
        .containsAll(world.all())
        .containsSubsequence(snapshot, neverStored, later.get(0), later.get(7));
    assertThat(all).hasSize(world.all().size() + 1);
    assertThat(ids(world.conversation.events().newestFirst()))
        .containsSubsequence(later.get(7), later.get(0), neverStored, snapshot)
        .hasSameSizeAs(all);
  }

  @Test
  void withoutAnAgentServerItIsWhatWasStored() {
    world.happen(7);
    world.sandbox().pause();

    assertThat(ids(world.conversation.events().all())).isEqualTo(world.events().atAppServer());
    assertThat(world.conversation.events().storedCount())
        .isEqualTo(world.events().atAppServer().size());
  }

  @Test
  void agentServerThatFailsLeavesWhatWasStored() {
    world.happen(7);
    world.events().deliver();
    for (int i = 0; i < 3; i++) {
      world
          .server
          .agentServer()
          .disturbNext("GET", LiveWorld.AGENT_EVENTS, Disturbance.notTaken().answer(500));
    }

    assertThat(ids(world.conversation.events().all())).isEqualTo(world.events().atAppServer());
  }

  @Test
  void readingGoesOnAfterAnEvent() {
    List<String> some = world.happen(6);
    Event fourth =
        world
            .conversation
            .events()
            .all()
            .filter(event -> event.id().equals(some.get(3)))
            .findFirst()
            .orElseThrow();

    assertThat(ids(world.conversation.events().after(fourth)))
        .containsExactly(some.get(4), some.get(5));
  }

  @Test
  void pagesAreReadOnlyWhenTheStreamComesToThem() {
    world.events().addMany(500, n -> "{\"kind\":\"PauseEvent\",\"source\":\"user\"}");
    world.events().deliver();
    Iterator<Event> events = world.conversation.events().all().iterator();
    events.next();

    assertThat(world.server.journal().count("GET", STORED)).isEqualTo(1);
    assertThat(world.agentReads()).isEqualTo(1);
    int count = 1;
    while (events.hasNext()) {
      events.next();
      count++;
    }
    assertThat(count).isEqualTo(world.all().size());
    assertThat(world.server.journal().count("GET", STORED)).isEqualTo(6);
  }

  @Test
  void oddElementsCostNothingButThemselves() {
    world.sandbox().pause();
    world.server.disturbNext(
        "GET",
        STORED,
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[null,7,\"text\",{\"kind\":\"NewEvent\",\"id\":\"1\"},"
                    + "{\"kind\":\"MessageEvent\",\"id\":\"2\",\"llm_message\":5},"
                    + "{\"kind\":\"MessageEvent\",\"id\":\"3\",\"llm_message\":{\"role\":\"user\","
                    + "\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}}],"
                    + "\"next_page_id\":null}"));

    List<Event> events = world.conversation.events().all().toList();

    assertThat(events).hasSize(5);
    assertThat(events.subList(0, 4))
        .allSatisfy(event -> assertThat(event).isInstanceOf(UnknownEvent.class));
    assertThat(((MessageEvent) events.get(4)).text()).isEqualTo("hello");
  }
}
