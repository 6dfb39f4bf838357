package io.github.openhands4j.v0events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.simulator.AgentStep;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.v0.V0Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrajectoryTest {

  private static final String EVENTS = "/api/v1/conversation/[^/]+/events.*";
  private static final int MANY = 100_000;

  private final EventWorld world = new EventWorld();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aHundredThousandEventsPassThroughAHeapOf32Megabytes()
      throws IOException, InterruptedException {
    String id = world.settled(Outcome.runningForever());
    int before = world.events(id).size();
    messages(id, MANY);

    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                TrajectoryProgram.class.getName(),
                world.server.baseUrl().toString(),
                id)
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(printed).endsWith(before + MANY + " true\n");
    } finally {
      reader.destroy();
    }
  }

  @Test
  void whatBrowsersShowAndHiddenEventsAreLeftOut() {
    String id =
        world.settled(
            Outcome.finished()
                .doing(
                    AgentStep.event(
                        "ActionEvent",
                        "agent",
                        "{\"tool_name\":\"browser_navigate\",\"tool_call_id\":\"c\",\"action\":"
                            + "{\"kind\":\"BrowserNavigateAction\",\"url\":\"https://example.org\"}}"),
                    AgentStep.event(
                        "ObservationEvent",
                        "environment",
                        "{\"tool_name\":\"browser_navigate\",\"tool_call_id\":\"c\","
                            + "\"observation\":{\"kind\":\"BrowserObservation\","
                            + "\"screenshot_data\":\"AA==\",\"content\":[]}}")));

    Event page =
        world.events(id).stream()
            .filter(event -> "browse".equals(event.observation()))
            .findFirst()
            .orElseThrow();
    Event trajectory;
    try (Stream<Event> all = world.client.events().trajectory(id)) {
      trajectory =
          all.filter(event -> Objects.equals(page.id(), event.id())).findFirst().orElseThrow();
    }

    assertThat(page.extras()).containsEntry("screenshot", "data:image/png;base64,AA==");
    assertThat(Objects.requireNonNull(trajectory.extras()))
        .containsOnlyKeys(
            "url",
            "trigger_by_action",
            "screenshot_path",
            "error",
            "goal_image_urls",
            "open_pages_urls",
            "filter_visible_only");
  }

  @Test
  void closingEndsTheReading() {
    String id = world.settled(Outcome.runningForever());
    messages(id, 1_000);
    Stream<Event> all = world.client.events().trajectory(id);
    Iterator<Event> events = all.iterator();
    events.next();
    all.close();
    long requests = world.server.journal().count("GET", EVENTS);

    while (events.hasNext()) {
      events.next();
    }

    assertThat(world.server.journal().count("GET", EVENTS)).isEqualTo(requests);
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void aFailureComesOutOfTheStreamAsAV0Failure() {
    String id = world.settled(Outcome.runningForever());
    messages(id, 1_000);
    Iterator<Event> events = world.client.events().trajectory(id).iterator();
    events.next();
    for (int i = 0; i < 3; i++) {
      world.server.disturbNext("GET", EVENTS, Disturbance.notTaken().answer(500));
    }

    assertThatThrownBy(
            () -> {
              while (events.hasNext()) {
                events.next();
              }
            })
        .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(500));
  }

  private void messages(String id, int count) {
    world
        .conversation(id)
        .events()
        .addMany(
            count,
            n ->
                "{\"kind\":\"MessageEvent\",\"source\":\"agent\",\"llm_message\":{\"role\":"
                    + "\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"number "
                    + n
                    + " with some words\"}]}}");
    world.conversation(id).events().deliver();
  }
}
