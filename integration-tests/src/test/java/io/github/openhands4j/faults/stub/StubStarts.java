package io.github.openhands4j.faults.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server knows: the starts it took, and one conversation. Thread-safe. */
public final class StubStarts {

  /** The id of a conversation that is always there. */
  public static final String CONVERSATION = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  private static final String TASKS = "/api/v1/app-conversations/start-tasks";

  /** How many tasks a page of a search has. */
  private static final int PAGE = 5;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** All as long as each other, so that each byte of an answer can be counted beforehand. */
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final String CONVERSATIONS = "/api/v1/app-conversations";

  private final List<ObjectNode> tasks = new ArrayList<>();
  private boolean exist;
  private Duration late = Duration.ZERO;
  private @Nullable String oneTime;
  private int searches;

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

  /**
   * The ids of the start tasks.
   *
   * @return 32 hex digits each
   */
  public synchronized List<String> taskIds() {
    return tasks.stream().map(task -> task.get("id").textValue()).toList();
  }

  /**
   * Lets all tasks from now on be created at one time. Of tasks of one time, each search has
   * another order, as a database may give them.
   */
  public synchronized void haveOneTime() {
    oneTime = TIMES.format(Instant.now());
  }

  /** Lets all starts that were taken have their conversations, whatever their tasks say. */
  public synchronized void haveConversations() {
    exist = true;
  }

  /**
   * Lets tasks be dated by a clock that is late, as that of a database may be.
   *
   * @param by how late it is against the clock of answers
   */
  public synchronized void dateLate(Duration by) {
    late = by;
  }

  /**
   * Takes starts of others.
   *
   * @param number how many
   */
  public synchronized void takeOthers(int number) {
    for (int i = 0; i < number; i++) {
      take("{\"conversation_id\":\"" + UUID.randomUUID() + "\"}");
    }
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
    String now = oneTime == null ? TIMES.format(Instant.now().minus(late)) : oneTime;
    task.put("created_at", now);
    task.put("updated_at", now);
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
      return search(request);
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

  /** As the server: from a time on if one is given, newest first unless asked, page by page. */
  private String search(StubRequest request) {
    Instant from = request.query("created_at__gte").map(Instant::parse).orElse(Instant.MIN);
    Comparator<JsonNode> oldestFirst = Comparator.comparing(StubStarts::createdAt);
    boolean newest = !request.query("sort_order").equals(Optional.of("CREATED_AT"));
    int first = request.query("page_id").map(Integer::parseInt).orElse(0);
    List<ObjectNode> inSomeOrder = new ArrayList<>(tasks);
    Collections.rotate(inSomeOrder, oneTime == null ? 0 : searches++);
    List<ObjectNode> rows =
        inSomeOrder.stream()
            .filter(task -> !createdAt(task).isBefore(from))
            .sorted(newest ? oldestFirst.reversed() : oldestFirst)
            .toList();
    ObjectNode page = MAPPER.createObjectNode();
    ArrayNode items = page.putArray("items");
    rows.stream().skip(first).limit(PAGE).forEach(items::add);
    boolean more = first + PAGE < rows.size();
    return page.put("next_page_id", more ? String.valueOf(first + PAGE) : null).toString();
  }

  private static Instant createdAt(JsonNode task) {
    return Instant.parse(task.get("created_at").textValue());
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
