package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a conversation's runtime shows and has loaded. Not thread-safe. */
final class RuntimeState {

  private final ObjectNode hosts = Json.object();
  private final ArrayNode microagents = Json.MAPPER.createArrayNode();

  void openPort(String url, int port) {
    hosts.put(url, port);
  }

  ObjectNode hosts() {
    return hosts.deepCopy();
  }

  /** Those of repositories come first. */
  void load(ObjectNode microagent) {
    if (microagent.path("type").asText().equals("repo")) {
      microagents.insert(0, microagent);
    } else {
      microagents.add(microagent);
    }
  }

  ArrayNode microagents() {
    return microagents.deepCopy();
  }
}
