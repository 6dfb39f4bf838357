package io.github.openhands4j.faults.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the server knows: the starts it took, and one conversation. Thread-safe. */
public final class StubStarts {

  /** The id of a conversation that is always there. */
  public static final String CONVERSATION = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  private static final String TASKS = "/api/v1/app-conversations/start-tasks";

  /** How many of the newest tasks a search shows. */
  private static final int PAGE = 5;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String CONVERSATIONS = "/api/v1/app-conversations";

  private final List<ObjectNode> tasks = new ArrayList<>();
  private boolean exist;

  StubStarts() {}

  /**
   * How many starts were taken.
   *
   * @return their number
   */
  public synchronized int taken() {
    return tasks.size();
  }

  /**
   * The ids that taken starts asked for.
   *
   * @return conversation ids as they were sent
   */
  public synchronized List<String> ids() {
    return tasks.stream().map(task -> task.at("/request/conversation_id").asText()).toList();
  }

  /** Lets all starts that were taken have their conversations, whatever their tasks say. */
  public synchronized void haveConversations() {
    exist = true;
  }

  /**
   * Takes a start.
   *
   * @param body the request's body
   * @return the start task
   */
  public synchronized String take(String body) {
    ObjectNode task = MAPPER.createObjectNode();
    task.put("id", UUID.randomUUID().toString().replace("-", ""));
    task.put("status", "WORKING");
    task.putNull("detail");
    task.putNull("app_conversation_id");
    task.putNull("sandbox_id");
    task.set("request", read(body));
    task.put("created_at", Instant.now().toString());
    task.put("updated_at", Instant.now().toString());
    tasks.add(task);
    return task.toString();
  }

  /**
   * The answer of a server that is well.
   *
   * @param request a request
   * @return JSON
   */
  synchronized String answer(StubRequest request) {
    if (request.method().equals("POST")) {
      return take(request.body());
    }
    if (request.path().equals(TASKS + "/search")) {
      ObjectNode page = MAPPER.createObjectNode();
      ArrayNode items = page.putArray("items");
      tasks.subList(Math.max(0, tasks.size() - PAGE), tasks.size()).forEach(items::add);
      return page.putNull("next_page_id").toString();
    }
    if (request.path().equals(TASKS)) {
      ArrayNode rows = MAPPER.createArrayNode();
      tasks.stream()
          .filter(task -> request.target().contains(task.get("id").textValue()))
          .forEach(rows::add);
      return rows.toString();
    }
    if (isForConversation(request)) {
      return "[" + conversation() + "]";
    }
    return request.path().equals(CONVERSATIONS) ? started(request) : "[null]";
  }

  private String started(StubRequest request) {
    String asked = request.target().replace("-", "");
    return ids().stream()
        .map(id -> id.replace("-", ""))
        .filter(id -> exist && asked.contains(id))
        .map("[{\"id\":\"%s\",\"sandbox_status\":\"RUNNING\"}]"::formatted)
        .findFirst()
        .orElse("[null]");
  }

  static boolean isForTasks(StubRequest request) {
    return request.method().equals("GET") && request.path().equals(TASKS);
  }

  static boolean isForConversation(StubRequest request) {
    return request.method().equals("GET")
        && request.target().replace("-", "").contains("ids=" + CONVERSATION);
  }

  /**
   * The row of {@link #CONVERSATION}.
   *
   * @return JSON
   */
  public static String conversation() {
    return "{\"id\":\"%s\",\"title\":\"Stub\",\"sandbox_status\":\"RUNNING\",\"execution_status\":\"running\"}"
        .formatted(CONVERSATION);
  }

  private static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
