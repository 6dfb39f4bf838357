package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The WebSockets on which agent servers tell events, to count and to interfere with. The journal of
 * {@link SimulatedAgentServer} lists each request for one, with status 101 if it was let in.
 * Thread-safe.
 */
public final class SimulatedSockets {

  private final World world;
  private final SocketHub hub;

  /** Over a hub. */
  SimulatedSockets(World world, SocketHub hub) {
    this.world = world;
    this.hub = hub;
  }

  /**
   * How many sockets stand and have shown their key.
   *
   * @return the number
   */
  public int open() {
    return world.look(() -> hub.guests().size());
  }

  /** Breaks all sockets without a word. */
  public void cut() {
    world.change(at -> List.copyOf(hub.guests()).forEach(SocketGuest::cut));
  }

  /**
   * Closes all sockets.
   *
   * @param code the code of the close, for example 1013
   */
  public void close(int code) {
    world.change(at -> List.copyOf(hub.guests()).forEach(guest -> guest.end(code)));
  }

  /**
   * Answers requests for sockets with an error.
   *
   * @param status the status, for example 404; 0 lets them in again
   */
  public void refuse(int status) {
    world.change(at -> hub.manners().refuse(status));
  }

  /**
   * Whether sockets are let in and never spoken to, not even with the state.
   *
   * @param on false by default
   */
  public void silent(boolean on) {
    world.change(at -> hub.manners().silent(on));
  }

  /**
   * Whether sockets that stand are told no events, as when frames are lost on the way.
   *
   * @param on false by default
   */
  public void lossy(boolean on) {
    world.change(at -> hub.manners().deaf(on));
  }

  /**
   * Whether every event is told twice.
   *
   * @param on false by default
   */
  public void twice(boolean on) {
    world.change(at -> hub.manners().twice(on));
  }

  /**
   * Whether of every two events the later one is told first.
   *
   * @param on false by default
   */
  public void outOfOrder(boolean on) {
    world.change(at -> hub.manners().swapped(on));
  }

  /**
   * Tells a piece of an answer of the model, which is kept nowhere.
   *
   * @param text the piece
   */
  public void delta(String text) {
    world.change(
        at -> {
          ObjectNode fields = Json.object().put("content", text);
          String event = SocketManners.event("StreamingDeltaEvent", fields, at).toString();
          List.copyOf(hub.guests()).forEach(guest -> guest.say(event));
        });
  }

  /**
   * Says something on all sockets.
   *
   * @param frame any text, of an event or not
   */
  public void say(String frame) {
    world.change(at -> List.copyOf(hub.guests()).forEach(guest -> guest.say(frame)));
  }
}
