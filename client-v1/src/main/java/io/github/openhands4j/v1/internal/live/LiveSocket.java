package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to sockets of a conversation's agent server, wherever that is. For one thread. */
final class LiveSocket implements AutoCloseable {

  private final ConversationId id;
  private final LiveSource source;
  private final Duration ready;
  private final LiveRests rests;
  private final Bell bell;
  private final Consumer<OpenHandsException> refused;
  private @Nullable SocketConnector connector;

  /**
   * For one subscription.
   *
   * @param ready for so long the first word of a socket is waited for
   * @param bell rings when a socket says something
   * @param refused is told why there is no socket
   */
  LiveSocket(
      ConversationId id,
      LiveSource source,
      Duration ready,
      LiveRests rests,
      Bell bell,
      Consumer<OpenHandsException> refused) {
    this.id = id;
    this.source = source;
    this.ready = ready;
    this.rests = rests;
    this.bell = bell;
    this.refused = refused;
  }

  /** A socket that has said its first word, or null if there is none. */
  SocketConnector.@Nullable Connection open(AgentAddress address) {
    SocketConnector way = wayTo(address);
    SocketConnector.Connection made;
    OpenHandsException refusal;
    do {
      made = way.open(id, bell);
      awaitFirstWord(made);
      refusal = made.feed().failure();
      if (refusal == null && made.feed().isReady()) {
        return made;
      }
      made.socket().close();
    } while (refusal != null && way.olderWay(made.feed().code()));
    if (refusal != null) {
      refused.accept(refusal);
    }
    return null;
  }

  /** The connector, which remembers how this server wants to be shown the key. */
  private SocketConnector wayTo(AgentAddress address) {
    SocketConnector way = connector;
    if (way == null || !way.isFor(address)) {
      close();
      way = source.connector(address);
      connector = way;
    }
    return way;
  }

  /** Other rings, of a socket before or of a wish, take none of the socket's time. */
  private void awaitFirstWord(SocketConnector.Connection made) {
    SocketFeed feed = made.feed();
    try {
      LiveRests.Span span = rests.span(ready);
      while (!feed.isReady() && feed.failure() == null && span.goesOn()) {
        span.rest();
      }
    } catch (RuntimeException | Error ended) {
      made.socket().close();
      throw ended;
    }
  }

  @Override
  public void close() {
    if (connector != null) {
      connector.close();
      connector = null;
    }
  }
}
