package io.github.openhands4j.v1.api.agent;

import feign.Headers;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.BashCommandRequest;
import io.github.openhands4j.model.v1.BashEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/bash} of an agent server: shells beside the agent's own. */
public interface AgentBashApi {

  /**
   * {@code POST /api/bash/start_bash_command}: starts a command and does not wait for it. Not to be
   * repeated after a failure that may have been sent.
   *
   * @param command what to run
   * @param options times of this call, or null
   * @return the started command with its id
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/bash/start_bash_command")
  @Headers("Content-Type: application/json")
  BashEvent start(BashCommandRequest command, Request.@Nullable Options options);

  /**
   * {@code GET /api/bash/bash_events/search}. Output comes in pieces of up to 1 MiB.
   *
   * @param query parameters by wire name, for example {@code command_id__eq}, {@code kind__eq},
   *     {@code order__gt}, {@code sort_order}, {@code limit}
   * @param options times of this call, or null
   * @return one page
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/bash/bash_events/search")
  Page<BashEvent> searchEvents(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);
}
