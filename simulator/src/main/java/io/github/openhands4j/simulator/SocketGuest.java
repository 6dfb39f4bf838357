package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One socket and the conversation it is about. */
final class SocketGuest implements SocketConnection.Visitor {

  private final SocketHub hub;
  private final String conversationId;
  private final @Nullable String key;
  private final AtomicReference<@Nullable SocketConnection> socket = new AtomicReference<>();
  private boolean welcome;

  /** A guest that shows its key in the request, or none and will show it later. */
  SocketGuest(SocketHub hub, String conversationId, @Nullable String key) {
    this.hub = hub;
    this.conversationId = conversationId;
    this.key = key;
  }

  /** In hex. */
  String conversationId() {
    return conversationId;
  }

  @Override
  public void opened(SocketConnection opened) {
    socket.set(opened);
    if (key != null) {
      welcome = true;
      hub.welcome(this, key);
    }
  }

  @Override
  public void said(SocketConnection from, String text) {
    JsonNode frame = SocketHub.parsed(text);
    if (frame != null && frame.path("type").asText().equals("auth")) {
      if (!welcome) {
        welcome = true;
        hub.welcome(this, frame.path("session_api_key").asText());
      }
    } else if (welcome) {
      hub.said(this, text);
    } else {
      end(4001);
    }
  }

  @Override
  public void left(SocketConnection gone) {
    hub.left(this);
  }

  /** Tells it something. */
  void say(String text) {
    SocketConnection open = socket.get();
    if (open != null) {
      open.say(text);
    }
  }

  /** Closes it with a code. */
  void end(int code) {
    SocketConnection open = socket.get();
    if (open != null) {
      open.end(code);
    }
  }

  /** Breaks it without a word. */
  void cut() {
    SocketConnection open = socket.get();
    if (open != null) {
      open.cut();
    }
  }
}
