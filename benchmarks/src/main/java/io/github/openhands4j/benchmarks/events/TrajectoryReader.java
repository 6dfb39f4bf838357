package io.github.openhands4j.benchmarks.events;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.net.URI;
import java.util.stream.Stream;

/** Reads a trajectory in a JVM of its own, whose heap is bounded by whoever starts it. */
public final class TrajectoryReader {

  private TrajectoryReader() {}

  /**
   * Reads all events and prints how many there were.
   *
   * @param arguments the server's base URL
   */
  public static void main(String[] arguments) {
    try (OpenHandsV0Client client = client(URI.create(arguments[0]));
        Stream<Event> all = client.events().trajectory(EventAccount.ID)) {
      System.out.println(all.count());
    }
  }

  static OpenHandsV0Client client(URI url) {
    return V0OnV1.client(
        ClientOptions.builder().baseUrl(url).apiKey("sk-test-not-a-key").build(),
        CompatOptions.builder().build());
  }
}
