package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.v1.OpenHandsClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The events that a run left, as the two servers list them.
 *
 * @param agent at the agent server
 * @param app at the app server, once it has all that the agent server has
 */
record RunEvents(List<JsonNode> agent, List<JsonNode> app) {

  private static final String AGENT = "/api/conversations";

  /** Lets an agent do what the message says, to its end. */
  static RunEvents of(OpenHandsClient client, URI server, String message) {
    AgentSide side = AgentSide.finished(client, message);
    AgentSide door = new AgentSide(server, RealServer.KEY, side.conversation());
    List<JsonNode> agent = allOf(side);
    return new RunEvents(
        agent,
        Patience.untilFound(
            "the app server has the events of " + side.conversation(),
            () ->
                Optional.of(read(door, "/api/v1/conversation"))
                    .filter(app -> ids(app).containsAll(ids(agent)))));
  }

  /** An agent that has finished still tells what it used. */
  private static List<JsonNode> allOf(AgentSide side) {
    Patience.untilSteady(
        "the events of " + side.conversation(), () -> "" + ids(read(side, AGENT)), any -> true);
    return read(side, AGENT);
  }

  private static List<JsonNode> read(AgentSide door, String path) {
    try {
      String target = path + "/{id}/events/search?limit=100";
      return items(door.say("GET", target, "", Optional.of(door.key())).body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One page holds them all. */
  private static List<JsonNode> items(String page) {
    JsonNode read = Answers.parsed(page);
    if (!read.path("next_page_id").isNull()) {
      throw new IllegalStateException("not one page of events: " + page);
    }
    return StreamSupport.stream(read.path("items").spliterator(), false).toList();
  }

  private static Set<String> ids(List<JsonNode> events) {
    return events.stream()
        .map(event -> event.path("id").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
