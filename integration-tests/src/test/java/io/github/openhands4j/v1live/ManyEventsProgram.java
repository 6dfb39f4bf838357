package io.github.openhands4j.v1live;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.OpenHandsClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Reads all events of a conversation, in a JVM of its own, and counts. */
final class ManyEventsProgram {

  private ManyEventsProgram() {}

  /** Prints how many events there are. */
  public static void main(String[] arguments) {
    ClientOptions options =
        LiftedLimits.in(ClientOptions.builder())
            .baseUrl(URI.create(arguments[0]))
            .apiKey(LiveWorld.KEY)
            .build();
    AtomicLong count = new AtomicLong();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      client
          .conversation(ConversationId.parse(arguments[1]))
          .orElseThrow()
          .events()
          .all()
          .forEach(event -> count.incrementAndGet());
    }
    System.out.println(count);
  }
}
