package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server is.
 *
 * @param uptime for how many seconds it has been up, or null
 * @param idleTime for how many seconds it has had no work, or null
 * @param resources what it uses of its machine
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ServerInfo(
    @JsonProperty("uptime") @Nullable Double uptime,
    @JsonProperty("idle_time") @Nullable Double idleTime,
    @JsonProperty("resources") Map<String, @Nullable Object> resources,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ServerInfo {
    resources = Copies.map(resources);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ServerInfoBuilder builder() {
    return ServerInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ServerInfo[" + "uptime=" + uptime + "]";
  }
}
