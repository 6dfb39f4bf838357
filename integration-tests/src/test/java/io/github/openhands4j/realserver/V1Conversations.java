package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The conversations, starts and sandboxes of a real server that speaks V1. */
public final class V1Conversations implements RealConversations {

  private static final String ALL = "/api/v1/app-conversations";
  private static final String SANDBOXES = "/api/v1/sandboxes";
  private static final Set<String> ENDS = Set.of("READY", "ERROR");

  private static final int LOOKS_IN_TWO_SECONDS = 7;

  private final ServerAccess server;
  private final Path sandboxes;
  private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** Those of a server. */
  public V1Conversations(RealServer server) {
    this.server = new ServerAccess(server);
    this.sandboxes = server.folder().resolve("sandboxes");
  }

  /** Their ids as V0 spells them: hex. */
  @Override
  public List<String> ids() {
    return texts(ALL + "/search?include_sub_conversations=true&limit=100", "id");
  }

  private List<String> texts(String page, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode row : server.get(page).path("items")) {
      texts.add(row.path(key).asText());
    }
    return texts;
  }

  /** What its agent is doing, in V1's word; empty if that is not known. */
  String executionStatus(String id) {
    return read(id).path("execution_status").asText("");
  }

  /** The workspace of one of them. */
  Workspace workspace(String id) {
    return new Workspace(sandboxes.resolve(read(id).path("sandbox_id").asText()));
  }

  /** Sends a message to one of them, and waits until its agent has done what it says. */
  @Override
  public void let(String id, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("role", "user").put("run", true);
    body.putArray("content").addObject().put("type", "text").put("text", message);
    server.post(ALL + "/" + id + "/send-message", body.toString());
    awaitRest(id);
  }

  /** Waits until the agent of one of them waits for its user. */
  @Override
  public void awaitRest(String id) {
    Patience.untilSteady(
        id + " rests", () -> executionStatus(id), state -> !state.matches("|idle|running"));
  }

  /** Waits until the creation time of a conversation has not changed for two seconds. */
  void awaitFinalCreationTime(String id) {
    Deque<String> seen = new ArrayDeque<>();
    Patience.until(
        "the creation time stays",
        () -> {
          String now = read(id).path("created_at").asText();
          if (!now.equals(seen.peek())) {
            seen.clear();
          }
          seen.push(now);
          return seen.size() > LOOKS_IN_TWO_SECONDS;
        });
  }

  private JsonNode read(String id) {
    return server.get(ALL + "?ids=" + id).path(0);
  }

  /** How many starts of a conversation there are; its id as hex. */
  long startsOf(String id) {
    return tasksOf(id).count();
  }

  /** Whether a start of a conversation has ended well; its id as hex. */
  boolean isReady(String id) {
    return tasksOf(id).anyMatch(task -> task.path("status").asText().equals("READY"));
  }

  private Stream<JsonNode> tasksOf(String id) {
    return StreamSupport.stream(
            server.get(ALL + "/start-tasks/search?limit=100").path("items").spliterator(), false)
        .filter(task -> startedBy(task).equals(id));
  }

  /** The id that a start repeats, which it does with dashes. */
  private static String startedBy(JsonNode task) {
    return task.path("request").path("conversation_id").asText().replace("-", "");
  }

  /** Waits until every start that began since this object was made has ended. */
  @Override
  public void settle() {
    String starts = ALL + "/start-tasks/search?limit=100&created_at__gte=" + since;
    Patience.until("every start has ended", () -> ENDS.containsAll(texts(starts, "status")));
  }

  /** Empties the server. A sleeping sandbox would make it wait for ten seconds. */
  @Override
  public void deleteAll() {
    String sandboxes = SANDBOXES + "/search?limit=100";
    for (JsonNode sandbox : server.get(sandboxes).path("items")) {
      if (sandbox.path("status").asText().equals("PAUSED")) {
        server.postIfThere(SANDBOXES + "/" + sandbox.path("id").asText() + "/resume", "");
      }
    }
    ids().forEach(id -> server.delete(ALL + "/" + id));
    Patience.until(
        "no sandbox is left",
        () -> {
          List<String> left = texts(sandboxes, "id");
          left.forEach(id -> server.delete(SANDBOXES + "/x?sandbox_id=" + id));
          return left.isEmpty();
        });
  }
}
