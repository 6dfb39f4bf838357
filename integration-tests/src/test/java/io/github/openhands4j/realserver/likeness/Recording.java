package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.RecordingProxy;
import java.util.List;

/** Lets somebody talk to a server and keeps what was said. */
final class Recording {

  /** Somebody who talks. */
  @FunctionalInterface
  interface Talk {
    void with(RawCaller caller) throws Exception;
  }

  private Recording() {}

  static List<RecordedExchange> of(RealServer server, Talk talk) throws Exception {
    try (RecordingProxy proxy = new RecordingProxy(server.baseUrl())) {
      talk.with(new RawCaller(proxy.baseUrl()));
      return proxy.exchanges();
    }
  }
}
