package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The ways to agent servers that all views of a client share: one transport for each address and
 * key, and retry tokens of its own, so that a broken one takes none from other servers. The last
 * hundred are kept for further calls; older ones go when nobody holds them, and leave nothing
 * behind, as a transport without work does not. Thread-safe.
 */
public final class AgentTransports implements AutoCloseable {

  static final int MOST_KEPT = 100;

  /** How one agent server is called. */
  record Way(FeignClients feign, Calls calls) {}

  private final ClientOptions options;
  private final TimeSource time;
  private final DoubleSupplier chance;
  private final Consumer<ConversationId> stirred;
  private final Map<AgentAddress, Way> kept = BoundedMap.ofLatestUsed(MOST_KEPT);

  /** Weak: who uses one in any way, its proxies or an open answer, holds its transport. */
  private final Set<HttpTransport> open = Collections.newSetFromMap(new WeakHashMap<>());

  private boolean closed;

  /**
   * No agent servers yet.
   *
   * @param options the client's options
   * @param time the clock
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   * @param stirred told the conversation of each agent that was told to run, or may have been
   */
  public AgentTransports(
      ClientOptions options,
      TimeSource time,
      DoubleSupplier chance,
      Consumer<ConversationId> stirred) {
    this.stirred = stirred;
    this.options = options;
    this.time = time;
    this.chance = chance;
  }

  Consumer<ConversationId> stirred() {
    return stirred;
  }

  TimeSource time() {
    return time;
  }

  /** The same one for the same address and key, while it is kept. */
  synchronized Way to(AgentAddress address) {
    if (closed) {
      throw new ClientClosedException(null, false);
    }
    return kept.computeIfAbsent(address, this::made);
  }

  private Way made(AgentAddress address) {
    FeignClients feign =
        FeignClients.beside(options, address.url(), ApiKey.of(address.key().reveal()), time);
    open.add(feign.transport());
    return new Way(feign, new Calls(options, time, chance, new RetryTokens()));
  }

  /** Ends all calls to agent servers, also those that nobody keeps any more. */
  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(HttpTransport::close);
    kept.clear();
  }
}
