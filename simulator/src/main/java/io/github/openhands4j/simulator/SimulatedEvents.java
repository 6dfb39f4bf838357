package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The events of one conversation, to look at and to add to. Events are taken as they are, known or
 * not; only {@code id} and {@code timestamp} are made when they are missing. A live view,
 * thread-safe; it outlives the conversation.
 */
public final class SimulatedEvents {

  private final World world;
  private final String conversationId;

  /** For a conversation, which need not be there. */
  SimulatedEvents(World world, String conversationId) {
    this.world = world;
    this.conversationId = conversationId;
  }

  /**
   * Adds an event to the agent server's list; it comes to the app server as all others do.
   *
   * @param json a JSON object
   * @return the event's id
   * @throws IllegalArgumentException when {@code json} is no JSON object
   */
  public String add(String json) {
    ObjectNode event = Json.objectOf(json);
    world.change(at -> stream().add(complete(event, at), at));
    return event.path("id").asText();
  }

  /**
   * Adds many events as {@link #add} does.
   *
   * @param count how many
   * @param json gives the JSON object of each, from 0 on; called under the simulator's lock
   * @throws IllegalArgumentException when one is no JSON object; those before it are added
   */
  public void addMany(int count, IntFunction<String> json) {
    world.change(
        at -> {
          for (int i = 0; i < count; i++) {
            stream().add(complete(Json.objectOf(json.apply(i)), at), at);
          }
        });
  }

  /**
   * Adds an event that the app server never gets to see, as when a delivery was lost.
   *
   * @param json a JSON object
   * @return the event's id
   * @throws IllegalArgumentException when {@code json} is no JSON object
   */
  public String addToAgentServerOnly(String json) {
    ObjectNode event = Json.objectOf(json);
    world.change(at -> stream().addToAgent(complete(event, at)));
    return event.path("id").asText();
  }

  /**
   * Adds an event that only the app server lists, as snapshots of the whole state are.
   *
   * @param json a JSON object
   * @return the event's id
   * @throws IllegalArgumentException when {@code json} is no JSON object
   */
  public String addToAppServerOnly(String json) {
    ObjectNode event = Json.objectOf(json);
    world.change(at -> stream().addToStore(complete(event, at)));
    return event.path("id").asText();
  }

  /** Lets everything that is still on its way arrive at the app server. */
  public void deliver() {
    world.change(at -> stream().deliverAll());
  }

  /**
   * The ids that the agent server lists.
   *
   * @return an unchangeable copy in order of arrival
   */
  public List<String> atAgentServer() {
    return world.look(
        () -> world.events().of(conversationId).agent().stream().map(StoredEvent::id).toList());
  }

  /**
   * The ids that the app server lists by now.
   *
   * @return an unchangeable copy, oldest first
   */
  public List<String> atAppServer() {
    return world.look(
        () ->
            world.events().of(conversationId).store(world.now()).stream()
                .map(StoredEvent::id)
                .toList());
  }

  private EventStream stream() {
    return world.events().stream(conversationId);
  }

  private static StoredEvent complete(ObjectNode event, Instant at) {
    if (!event.hasNonNull("id")) {
      event.put("id", UUID.randomUUID().toString());
    }
    if (!event.hasNonNull("timestamp")) {
      event.put("timestamp", Timestamps.naive(at));
    }
    return new StoredEvent(event);
  }
}
