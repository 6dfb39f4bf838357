package io.github.openhands4j.v0events;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.net.URI;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads a trajectory from its beginning to its end, in a JVM of its own, and counts. */
final class TrajectoryProgram {

  private TrajectoryProgram() {}

  /** Prints how many events there are, and whether their numbers are dense. */
  public static void main(String[] arguments) {
    ClientOptions options =
        LiftedLimits.in(ClientOptions.builder())
            .baseUrl(URI.create(arguments[0]))
            .apiKey(EventWorld.KEY)
            .build();
    long count = 0;
    boolean dense = true;
    try (OpenHandsV0Client client = V0OnV1.client(options, CompatOptions.builder().build());
        Stream<Event> all = client.events().trajectory(arguments[1])) {
      for (Iterator<Event> events = all.iterator(); events.hasNext(); count++) {
        Long number = events.next().id();
        dense &= number != null && number == count;
      }
    }
    System.out.println(count + " " + dense);
  }
}
