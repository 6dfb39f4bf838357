package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code …/events} and {@code …/trajectory}. */
final class EventRoutes {

  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST_LIMIT = 100;

  private final Store store;

  EventRoutes(Store store) {
    this.store = store;
  }

  V0Reply list(String id, V0Request request) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    long start = query.integer("start_id", 0);
    OptionalLong end = query.integer("end_id");
    boolean reverse = query.truth("reverse", false);
    long limit = query.integer("limit", DEFAULT_LIMIT);
    EventFilter filter = EventFilter.of(request, problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    if (limit < 0 || limit > LARGEST_LIMIT) {
      return V0Reply.detail(400, "Invalid limit");
    }
    List<ObjectNode> matching = new ArrayList<>();
    for (ObjectNode event : found.get().events()) {
      long number = event.path("id").asLong();
      if (number >= start && number <= end.orElse(Long.MAX_VALUE) && filter.passes(event)) {
        matching.add(event);
      }
    }
    if (reverse) {
      Collections.reverse(matching);
    }
    found.get().looked();
    return page(matching, (int) limit);
  }

  private static V0Reply page(List<ObjectNode> matching, int limit) {
    ObjectNode answer = Json.object();
    answer.putArray("events").addAll(matching.subList(0, Math.min(limit, matching.size())));
    return V0Reply.json(200, answer.put("has_more", matching.size() > limit));
  }

  /** The body is read by the route itself, and so its faults are crashes. */
  V0Reply add(String id, V0Request request) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    JsonNode event;
    try {
      event = Json.MAPPER.readTree(request.body());
    } catch (JsonProcessingException e) {
      return V0Reply.crash();
    }
    if (!found.get().isUp()) {
      return V0Reply.crash();
    }
    V0Reply taken = V0Reply.json(200, Json.object().put("success", true));
    if (!event.has("action") && event.path("observation").asText("").equals("null")) {
      found.get().note(EventJson.nothing());
      return taken;
    }
    Optional<ObjectNode> arguments = ActionRules.arguments(event);
    if (arguments.isEmpty()) {
      return V0Reply.crash();
    }
    found.get().act(event.path("action").asText(), arguments.get());
    return taken;
  }

  V0Reply trajectory(String id) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    ObjectNode answer = Json.object();
    ArrayNode events = answer.putArray("trajectory");
    found.get().events().stream()
        .filter(event -> !EventFilter.isHidden(event))
        .forEach(event -> events.add(Browsing.without(event)));
    return V0Reply.json(200, answer);
  }
}
