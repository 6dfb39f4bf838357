package io.github.openhands4j.agent;

import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.agent.AgentApi;
import java.util.function.Function;

/**
 * One operation of the raw door and what has to leave for it.
 *
 * @param name the interface and the method
 * @param sent method, path and query
 * @param body the body, empty for none
 * @param reply the server's answer
 * @param call makes the call
 */
record RawOperation(
    String name, String sent, String body, Reply reply, Function<Doors, Object> call) {

  /** Both raw doors. */
  record Doors(V1Api app, AgentApi agent) {}

  @Override
  public String toString() {
    return name;
  }
}
