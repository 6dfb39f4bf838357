package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The agent servers of a client: one transport for each address and key. The last hundred are kept
 * for further calls; older ones go when nobody holds them, and leave nothing behind, as a transport
 * without work does not. Thread-safe.
 */
public final class AgentServers implements AutoCloseable {

  private static final int MOST_KEPT = 100;

  private final ClientOptions options;
  private final TimeSource time;
  private final Calls calls;
  private final Map<AgentAddress, DefaultAgentServer> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Weak: who uses one in any way, its proxies or an open answer, holds its transport. */
  private final Set<HttpTransport> open = Collections.newSetFromMap(new WeakHashMap<>());

  private boolean closed;

  /**
   * No agent servers yet.
   *
   * @param options the client's options
   * @param time the clock
   * @param calls carries out the calls
   */
  public AgentServers(ClientOptions options, TimeSource time, Calls calls) {
    this.options = options;
    this.time = time;
    this.calls = calls;
  }

  /**
   * The agent server at an address.
   *
   * @param address where it is and what opens it
   * @return the same one for the same address and key, while it is kept
   * @throws ClientClosedException if the client is closed
   */
  public synchronized DefaultAgentServer at(AgentAddress address) {
    if (closed) {
      throw new ClientClosedException(null, false);
    }
    DefaultAgentServer known = kept.get(address);
    if (known != null) {
      return known;
    }
    FeignClients feign =
        FeignClients.beside(options, address.url(), ApiKey.of(address.key().reveal()), time);
    DefaultAgentServer made = new DefaultAgentServer(address.url(), feign, calls, options, time);
    open.add(feign.transport());
    kept.put(address, made);
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return made;
  }

  /** Ends all calls to agent servers, also those that nobody keeps any more. */
  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(HttpTransport::close);
    kept.clear();
  }
}
