package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RecordedExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A simulated server that can be brought to where a real one was. */
interface Replica extends AutoCloseable {

  /** Where it listens. */
  URI baseUrl();

  /** Lets happen what must have happened before the real server gave this answer. */
  void prepare(RecordedExchange next, Ids ids);

  @Override
  void close();

  /** The JSON objects of an answer that went well, at any depth. */
  static List<JsonNode> objects(RecordedExchange answer) {
    List<JsonNode> found = new ArrayList<>();
    if (answer.status() < 400
        && answer.headers().getOrDefault("content-type", "").startsWith("application/json")) {
      collect(Answers.parsed(answer.body()), found);
    }
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.isObject()) {
      found.add(node);
    }
    node.forEach(child -> collect(child, found));
  }
}
