package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.internal.feign.CallView;
import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.time.Deadline;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The agent servers of one view of a client. Thread-safe. */
public final class AgentServers {

  private final AgentTransports transports;
  private final ClientOptions options;
  private final @Nullable Deadline end;
  private final CallView view;
  private final Map<AgentAddress, DefaultAgentServer> kept =
      BoundedMap.ofLatestUsed(AgentTransports.MOST_KEPT);

  /**
   * No agent servers yet.
   *
   * @param transports what all views share
   * @param options the times of the view
   * @param end the end of all its calls, or null for none but their own
   * @param listener told each answer that is read as a whole, or null
   */
  public AgentServers(
      AgentTransports transports,
      ClientOptions options,
      @Nullable Deadline end,
      @Nullable Consumer<? super RawAnswer> listener) {
    this.transports = transports;
    this.options = options;
    this.end = end;
    this.view = new CallView(Map.of(), listener); // they know no organizations
  }

  /**
   * The agent server at an address.
   *
   * @param address where it is and what opens it
   * @return the same one for the same address and key, while it is kept
   * @throws ClientClosedException if the client is closed
   */
  public synchronized DefaultAgentServer at(AgentAddress address) {
    AgentTransports.Way way = transports.to(address);
    return kept.computeIfAbsent(
        address,
        made ->
            new DefaultAgentServer(
                address.url(),
                way.feign().with(options, view),
                way.calls().with(options, end),
                options,
                transports.time(),
                transports.stirred()));
  }
}
