package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;

/** What the events of a V0 conversation tell of its agent. */
public final class AgentStates {

  private AgentStates() {}

  /**
   * What the newest event tells; empty while the agent works. The answer of its last command can
   * come after the news that it was paused.
   *
   * @param newestFirst the last events of a conversation
   */
  public static String newest(JsonNode newestFirst) {
    for (JsonNode event : newestFirst) {
      if (event.path("extras").has("agent_state") || !event.has("cause")) {
        return event.path("extras").path("agent_state").asText();
      }
    }
    return "";
  }
}
