package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.event.Event;

/**
 * Told what happens in a conversation. Called on one thread of the subscription, never by two at
 * once; it may take its time, nothing is lost meanwhile. What it throws is logged once and changes
 * nothing.
 */
@FunctionalInterface
public interface LiveListener {

  /**
   * Something happened. Each event is told once, in the order of the agent server. A {@link
   * io.github.openhands4j.model.v1.event.StreamingDeltaEvent} comes only while there is a
   * WebSocket, and may be left out when the listener is slow.
   *
   * @param event the event
   */
  void onEvent(Event event);

  /**
   * The way in which events come has changed.
   *
   * @param state the way from now on
   */
  default void onState(LiveState state) {}

  /**
   * A connection or a read failed, or the address of the agent server is refused; it is tried
   * again, and if that lasts what the app server has stored is told meanwhile. Or the conversation
   * is gone, and with it the subscription: then {@link LiveState#ENDED} is told next.
   *
   * @param failure what failed; a {@link io.github.openhands4j.core.SandboxLostException} if the
   *     conversation is gone
   */
  default void onError(OpenHandsException failure) {}
}
