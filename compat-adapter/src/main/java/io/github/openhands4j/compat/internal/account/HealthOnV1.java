package io.github.openhands4j.compat.internal.account;

import static io.github.openhands4j.compat.operations.V0Operation.ALIVE;
import static io.github.openhands4j.compat.operations.V0Operation.HEALTH;
import static io.github.openhands4j.compat.operations.V0Operation.SERVER_INFO;

import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v0.V0Health;
import io.github.openhands4j.v1.api.V1Api;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the server lives: the routes are the same ones. */
public final class HealthOnV1 implements V0Health {

  private final V0Calls v0;
  private final V1Api api;
  private final Calls calls;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param api the V1 door
   * @param calls makes the requests
   */
  public HealthOnV1(V0Calls v0, V1Api api, Calls calls) {
    this.v0 = v0;
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Map<String, @Nullable Object> alive() {
    return v0.answered(
        ALIVE,
        () -> {
          Map<String, @Nullable Object> answer = new LinkedHashMap<>();
          Object told = calls.call(OperationClass.READ, times -> api.health().alive(times));
          if (told instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> answer.put(String.valueOf(name), value));
          }
          return answer;
        });
  }

  @Override
  public String health() {
    return v0.answered(
        HEALTH,
        () ->
            String.valueOf(
                calls.<Object>call(OperationClass.READ, times -> api.health().health(times))));
  }

  @Override
  public Map<String, @Nullable Object> serverInfo() {
    return v0.answered(
        SERVER_INFO,
        () -> calls.call(OperationClass.READ, times -> api.health().serverInfo(times)));
  }
}
