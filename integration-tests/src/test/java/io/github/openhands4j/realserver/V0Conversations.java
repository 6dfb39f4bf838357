package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** The conversations of a real server that has V0. */
public final class V0Conversations implements RealConversations {

  private static final String ALL = "/api/conversations";
  private static final Set<String> AT_REST =
      Set.of("awaiting_user_input", "finished", "stopped", "paused", "error");

  private static final Duration TIME_TO_REST = Duration.ofSeconds(60);
  private static final Duration TIME_FOR_A_TITLE = Duration.ofSeconds(5);

  private final ServerAccess server;
  private final Map<String, Long> atRestSince = new HashMap<>();

  /** Those of a server. */
  public V0Conversations(RealServer server) {
    this.server = new ServerAccess(server);
  }

  @Override
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    rows().forEach(row -> ids.add(row.path("conversation_id").asText()));
    return ids;
  }

  private JsonNode rows() {
    return server.get(ALL + "?limit=100").path("results");
  }

  /**
   * Waits until nothing is going on in any of them: started, every message answered, the title
   * made. While that goes on, what is deleted is written again, and a stop makes the server stand
   * still for 15 s or until its model has answered.
   */
  @Override
  public void settle() {
    AtomicInteger quietLooks = new AtomicInteger();
    Patience.until(
        "every conversation has come to rest",
        () -> {
          quietLooks.set(isQuiet() ? quietLooks.get() + 1 : 0);
          return quietLooks.get() > 1;
        });
  }

  private boolean isQuiet() {
    for (JsonNode row : rows()) {
      String status = row.path("status").asText();
      if (status.equals("STARTING") || (status.equals("RUNNING") && !isQuiet(row))) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuiet(JsonNode row) {
    String id = row.path("conversation_id").asText();
    if (!AT_REST.contains(agentState(id))) {
      return false;
    }
    boolean hasDefaultTitle =
        row.path("title").asText().equals("Conversation " + id.substring(0, 5));
    return !hasDefaultTitle || messagesOf(id).isEmpty() || isPastTitles(id);
  }

  /** A conversation that was given its default title again gets no other one. */
  private boolean isPastTitles(String id) {
    long first = atRestSince.computeIfAbsent(id, x -> System.nanoTime());
    return System.nanoTime() - first > TIME_FOR_A_TITLE.toNanos();
  }

  /** Sends a message to one of them, and waits until its agent has done what it says. */
  @Override
  public void let(String id, String message) {
    String body = JsonNodeFactory.instance.objectNode().put("message", message).toString();
    server.post(ALL + "/" + id + "/message", body);
    awaitRest(id);
  }

  /** Waits until the agent of one of them waits for its user. */
  @Override
  public void awaitRest(String id) {
    Patience.untilSteady(id + " rests", () -> agentState(id), state -> AT_REST.contains(state));
  }

  /** Waits until the agent of one of them runs a command. */
  void awaitCommand(String id) {
    Patience.until(
        id + " runs a command",
        () ->
            StreamSupport.stream(events(id, "limit=100").spliterator(), false)
                .anyMatch(event -> event.path("action").asText().equals("run")));
  }

  /** What the newest events tell of its agent; empty while it works. */
  public String agentState(String id) {
    return AgentStates.newest(events(id, "reverse=true&limit=10"));
  }

  /** What the user said in one of them, in order. */
  List<String> messagesOf(String id) {
    List<String> messages = new ArrayList<>();
    for (JsonNode event : events(id, "limit=100")) {
      if (event.path("action").asText().equals("message")
          && event.path("source").asText().equals("user")) {
        messages.add(event.path("args").path("content").asText());
      }
    }
    return messages;
  }

  /** A failure may be one of the moment. */
  private JsonNode events(String id, String query) {
    return Patience.untilFound(
        "the events of " + id + " can be read",
        () -> {
          try {
            return Optional.of(server.get(ALL + "/" + id + "/events?" + query).path("events"));
          } catch (IllegalStateException notNow) {
            return Optional.empty();
          }
        });
  }

  /**
   * Empties the server. Whatever still goes on can write a record again after its deletion, so it
   * is waited for, but not for ever: a conversation that never starts must go, too. For the same
   * reason one look that finds nothing is not enough.
   */
  @Override
  public void deleteAll() {
    long began = System.nanoTime();
    AtomicInteger emptyLooks = new AtomicInteger();
    Patience.until(
        "no conversation is left",
        () -> {
          try {
            return (isQuiet() || System.nanoTime() - began > TIME_TO_REST.toNanos())
                && emptyLooks.updateAndGet(looks -> deleteThoseThatAreThere() ? looks + 1 : 0) > 1;
          } catch (IllegalStateException notNow) {
            return false;
          }
        });
  }

  private boolean deleteThoseThatAreThere() {
    List<String> ids = ids();
    ids.forEach(id -> server.delete(ALL + "/" + id));
    return ids.isEmpty();
  }
}
