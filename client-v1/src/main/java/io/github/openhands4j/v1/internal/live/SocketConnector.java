package io.github.openhands4j.v1.internal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.http.EventSocket;
import io.github.openhands4j.core.internal.http.EventSockets;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Opens sockets to the agent server of one conversation, and remembers in which way the server
 * wants to be shown the key. For one thread.
 */
final class SocketConnector implements AutoCloseable {

  private static final String PATH = "/sockets/events/";

  private final ClientOptions options;
  private final ObjectMapper mapper;
  private final AgentAddress address;
  private final EventSockets sockets;
  private SocketAuth auth = SocketAuth.FIRST_FRAME;

  SocketConnector(ClientOptions options, ObjectMapper mapper, AgentAddress address) {
    this.options = options;
    this.mapper = mapper;
    this.address = address;
    this.sockets = new EventSockets(options, address.url());
  }

  /** Whether it is for this address and key. */
  boolean isFor(AgentAddress other) {
    return address.equals(other);
  }

  /** Opens a socket; what it says goes to a feed made for it. */
  Connection open(ConversationId id, Bell bell) {
    ApiKey key = ApiKey.of(address.key().reveal());
    String first = auth == SocketAuth.FIRST_FRAME ? frame() : null;
    SocketFeed feed = new SocketFeed(mapper, bell, first, options.maxAnswerBytes());
    EventSocket socket =
        sockets.open(
            PATH + id,
            "GET " + PATH + "{id} (WebSocket)",
            auth == SocketAuth.HEADER ? key : null,
            auth == SocketAuth.QUERY ? key : null,
            feed);
    return new Connection(feed, socket);
  }

  /** One socket and what it says. */
  record Connection(SocketFeed feed, EventSocket socket) {}

  private String frame() {
    Map<String, String> frame = new LinkedHashMap<>();
    frame.put("type", "auth");
    frame.put("session_api_key", address.key().reveal());
    try {
      return mapper.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A socket was refused: the next one shows the key in an older way, if there is one.
   *
   * @param code the code it was refused with
   * @return false if the key is not the reason, or all ways were tried
   */
  boolean olderWay(int code) {
    boolean becauseOfTheKey = code == 401 || code == 403 || code == 4001;
    if (!becauseOfTheKey) {
      return false;
    }
    if (auth == SocketAuth.QUERY) {
      auth = SocketAuth.FIRST_FRAME;
      return false;
    }
    auth = auth == SocketAuth.FIRST_FRAME ? SocketAuth.HEADER : SocketAuth.QUERY;
    return true;
  }

  @Override
  public void close() {
    sockets.close();
  }

  /** Names no key. */
  @Override
  public String toString() {
    return "SocketConnector[" + address.url() + ", " + options.baseUrl() + "]";
  }
}
