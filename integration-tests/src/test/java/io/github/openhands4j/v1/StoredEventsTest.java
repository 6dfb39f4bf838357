package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.UnprocessableRequestException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.EventSortOrder;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.InterruptEvent;
import io.github.openhands4j.model.v1.event.PauseEvent;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedEvents;
import io.github.openhands4j.testing.ManualTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stored events by kind, time and page, one's own and those that are shared. */
@Timeout(60)
class StoredEventsTest {

  private static final String STORED = "/api/v1/conversation/[^/]+/events/search";
  private static final String BY_ID = "/api/v1/conversation/[^/]+/events";
  private static final String COUNTS = "/api/v1/conversation/[^/]+/events/count";
  private static final String SHARED = "/api/shared-events/search";

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client(new ManualTime());
  private final Conversation conversation =
      client.conversation(world.running(client)).orElseThrow();
  private final SimulatedEvents events = world.server.events(conversation.id().hex());

  @AfterEach
  void close() {
    world.close();
  }

  private String add(String kind, String time) {
    return events.addToAppServerOnly("{\"kind\":\"" + kind + "\",\"timestamp\":\"" + time + "\"}");
  }

  private List<String> sent(String path) {
    return V1World.queries(world.server.journal(), path);
  }

  private long atAgentServer() {
    return world.server.agentServer().journal().requests().size();
  }

  @Test
  void serverFiltersByKindAndTimeToTheMicrosecond() {
    String first = add("PauseEvent", "2026-08-20T09:20:00");
    String middle = add("PauseEvent", "2026-08-20T09:20:00.700000");
    add("InterruptEvent", "2026-08-20T09:20:00.800000");
    add("PauseEvent", "2026-08-20T09:20:01");
    long before = atAgentServer();

    EventQuery query =
        EventQuery.builder()
            .kindEq("PauseEvent")
            .timestampGte(Instant.parse("2026-08-20T09:20:00Z"))
            .timestampLt(Instant.parse("2026-08-20T09:20:01Z"))
            .sortOrder(EventSortOrder.TIMESTAMP_DESC)
            .limit(1)
            .build();
    assertThat(conversation.events().stored(query))
        .extracting(Event::id)
        .containsExactly(middle, first);

    String asked =
        "kind__eq=PauseEvent&limit=1&sort_order=TIMESTAMP_DESC"
            + "&timestamp__gte=2026-08-20T09:20:00&timestamp__lt=2026-08-20T09:20:01";
    assertThat(sent(STORED)).hasSize(2);
    assertThat(sent(STORED).get(0).split("&", -1)).containsExactlyInAnyOrder(asked.split("&", -1));
    assertThat(sent(STORED).get(1).split("&", -1))
        .contains(asked.split("&", -1))
        .anyMatch(parameter -> parameter.startsWith("page_id="));
    assertThat(atAgentServer()).as("the agent server is not asked").isEqualTo(before);
  }

  @Test
  void pagesAreReadOnlyAsFarAsTheReaderGoes() {
    Paged<Event> all = conversation.events().stored(EventQuery.builder().limit(1).build());
    assertThat(sent(STORED)).isEmpty();

    assertThat(all.stream().findFirst()).isPresent();
    assertThat(sent(STORED)).containsExactly("limit=1");
    Page<Event> page = all.pages().iterator().next();
    assertThat(page.items()).hasSize(1);
    assertThat(page.nextPageToken()).isNotNull();
    assertThat(sent(STORED)).hasSize(2);
  }

  @Test
  void kindThatTheServerDoesNotKnowIsRefusedByIt() {
    EventQuery query = EventQuery.builder().kindEq("openhands.sdk.event.PauseEvent").build();

    assertThatThrownBy(() -> conversation.events().stored(query).iterator().hasNext())
        .isInstanceOf(UnprocessableRequestException.class);
    assertThat(sent(STORED)).hasSize(1);
  }

  @Test
  void rowsThatAreNoEventsSpoilNoPage() {
    answers(STORED, 2);
    answers(SHARED, 2);

    for (Paged<Event> each :
        List.of(
            conversation.events().stored(EventQuery.all()),
            client.sharedConversations().events(conversation.id()))) {
      assertThat(each).extracting(Event::kind).containsExactly("PauseEvent", "OfTomorrow", "");
      assertThat(each.pages().iterator().next().unreadable()).containsExactly(7);
    }
  }

  private void answers(String path, int times) {
    for (int i = 0; i < times; i++) {
      world.server.disturbNext(
          "GET",
          path,
          Disturbance.notTaken()
              .answer(
                  200,
                  "application/json",
                  "{\"items\":[{\"kind\":\"PauseEvent\",\"id\":\"1\"},7,null,"
                      + "{\"kind\":\"OfTomorrow\",\"id\":\"2\"},{\"id\":{}}],"
                      + "\"next_page_id\":null}"));
    }
  }

  @Test
  void storedEventsAreReadByTheirIdsAndCountedByKindAndTime() {
    String pause = add("PauseEvent", "2026-08-20T09:20:00");
    String interrupt = add("InterruptEvent", "2026-08-20T09:20:01");
    add("PauseEvent", "2026-08-20T09:20:02");
    long before = atAgentServer();

    assertThat(conversation.events().get(List.of(interrupt, "0".repeat(32), pause)))
        .hasExactlyElementsOfTypes(InterruptEvent.class, PauseEvent.class)
        .extracting(Event::id)
        .containsExactly(interrupt, pause);
    assertThat(conversation.events().get(List.of())).isEmpty();
    EventQuery pauses = EventQuery.builder().kindEq("PauseEvent").build();
    assertThat(conversation.events().storedCount(pauses)).isEqualTo(2);
    EventQuery early =
        EventQuery.builder()
            .timestampGte(Instant.parse("2026-08-20T09:20:00Z"))
            .timestampLt(Instant.parse("2026-08-20T09:20:01.500Z"))
            .sortOrder(EventSortOrder.TIMESTAMP_DESC)
            .limit(1)
            .build();
    assertThat(conversation.events().storedCount(early)).isEqualTo(2);

    assertThat(sent(BY_ID)).hasSize(1);
    assertThat(sent(COUNTS))
        .containsExactly(
            "kind__eq=PauseEvent",
            "timestamp__gte=2026-08-20T09:20:00&timestamp__lt=2026-08-20T09:20:01.500000");
    assertThat(atAgentServer()).isEqualTo(before);
  }

  @Test
  void moreIdsThanTheServerTakesAreAskedForInParts() {
    List<String> ids =
        IntStream.range(0, 100).mapToObj(n -> add("PauseEvent", "2026-08-20T09:20:00")).toList();

    assertThat(conversation.events().get(ids)).extracting(Event::id).isEqualTo(ids);
    assertThat(sent(BY_ID)).extracting(query -> query.split("&", -1).length).containsExactly(99, 1);
  }

  @Test
  void sharedEventsAreTypesOfTheirOwn() {
    client
        .conversations()
        .update(conversation.id(), AppConversationUpdateRequest.builder().isPublic(true).build());
    String pause = add("PauseEvent", "2026-08-20T09:20:00");
    String interrupt = add("InterruptEvent", "2026-08-20T09:20:01");
    SharedConversations shared = client.sharedConversations();

    assertThat(shared.events(conversation.id()))
        .filteredOn(PauseEvent.class::isInstance)
        .extracting(Event::id)
        .containsExactly(pause);
    assertThat(shared.event(conversation.id(), interrupt)).containsInstanceOf(InterruptEvent.class);
    assertThat(shared.event(conversation.id(), "0".repeat(32))).isEmpty();
    assertThat(shared.getEvents(conversation.id(), List.of(interrupt, "0".repeat(32), pause)))
        .extracting(Event::id)
        .containsExactly(interrupt, pause);
  }
}
